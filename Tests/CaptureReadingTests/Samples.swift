/// Captures of every format, made up for the tests.
enum Samples {
    /// A dump as desktop clients write it.
    static let dump = """
        # request

        ## HEADERS
        URL
        https://llm.example/v1beta/models/m:streamGenerateContent?alt=sse
        HEADERS
        Accept:
        */*
        Content-Length:
        2189934
        x-api-key:
        sk-walk-to-perth

        ## BODY:
        {
          "contents": [{"text": "say\\n# request"}]
        }


        # responseId

        ## HEADER
        STATUS: 200 OK
        HEADERS
        alt-svc:
        h3=":443"; ma=86400
        Content-Type:
        text/event-stream

        ## BODY


        data: {"text": "one"}

        data: {"text": "two"}


        """

    /// The panes of Chrome: two exchanges, names and values on alternating lines.
    static let chrome = """
        General
        Request URL
        https://llm.example/v1/messages
        Request Method
        POST
        Status Code
        200 OK
        Remote Address
        [2001:db8::1]:443
        Referrer Policy
        strict-origin-when-cross-origin
        Response Headers (2)
        content-type
        application/json
        date
        Wed, 10 Sep 2025 03:30:10 GMT
        Request Headers
        Provisional headers are shown
        :authority
        llm.example
        :method
        POST
        authorization
        Bearer walk-to-perth
        General
        Request URL
        https://llm.example/v1/models
        Request Method
        GET
        Status Code
        404 Not Found
        Response Headers
        View source
        content-type: application/json
        x-empty:
        Request Headers (1)
        accept: */*

        """

    /// What the mouse selects in Chrome's pane: no titles, names with colons; two exchanges, and a body below the first.
    static let untitledChrome = """
        Request URL:
        https://llm.example/v1/messages
        Request Method:
        POST
        Status Code:
        \u{1F7E2} 200 OK (from disk cache)
        Remote Address:
        [2001:db8::1]:443
        Referrer Policy:
        strict-origin-when-cross-origin
        content-type:
        application/json
        date:
        Wed, 10 Sep 2025 03:30:10 GMT
        accept:
        */*
        content-type:
        application/json
        x-api-key:
        sk-walk-to-perth

        {"a": 1}
        Request URL:
        https://llm.example/v1/models
        Status Code:
        404
        server:
        x
        accept:
        */*

        """

    /// Chrome's raw view, fenced and with bodies below titles of their own.
    static let rawChrome = """
        ```http
        ### General
        Request URL: https://llm.example/v1/messages?key=sk-walk-to-perth
        Request Method: POST
        Status Code: 200
        ### Response Headers
        HTTP/1.1 200 OK
        Content-Type: text/event-stream
        Set-Cookie: a=1;
          Path=/
        ### Request Headers
        POST /v1/messages?key=sk-walk-to-perth HTTP/1.1
        Host: llm.example
        Request Payload
        view source
        {"a": 1}

        Response:
        data: {"b": 2}

        data: [DONE]

        ```

        """

    /// The text of Firefox's pane: no titles, labels glued to their values, indented values.
    static let firefox = [
        "POST", "\thttps://llm.example/v1/messages", "Status", "429", "Too Many Requests", "VersionHTTP/2",
        "Transferred1.26 kB (919 B size)", "Referrer Policystrict-origin-when-cross-origin", "DNS ResolutionSystem", "",
        "\t", "content-type", "\tapplication/json", "retry-after", "\t7", "X-Firefox-Spdy", "\th2", "\t", "Accept",
        "\t*/*", "Content-Type", "\tapplication/json", "x-api-key", "\tsk-walk-to-perth", "GET", "scheme", "\thttps",
        "host", "\tllm.example", "filename", "\t/v1/models", "method", "\tcrop", "alt", "\tsse", "Address",
        "\t192.0.2.1:443", "Status200", "VersionHTTP/3", "TransferredCached", "", "\t", "server", "\tx", "\t", "Host",
        "\tllm.example", "Accept", "\t*/*", "",
    ].joined(separator: "\n")

    /// Safari's pane: a summary, and messages below the words for their sides.
    static let safari = """
        Summary
        URL: https://llm.example/v1/messages
        Status: 200
        Source: Network
        Address: 192.0.2.1:443
        Initiator:\u{20}
        app.js:1:531540

        Request
        POST /v1/messages HTTP/1.1
        Accept: */*
        x-api-key: sk-walk-to-perth

        Response
        HTTP/1.1 200 OK
        Content-Type: application/json

        {"a": 1}

        Summary
        URL: https://llm.example/v1/models
        Status: 404 Not Found

        Request
        :method: GET
        :path: /v1/models

        Response
        :status: 404

        Query String Parameters
        alt: sse

        """

    /// Header lines alone, quoted in a mail, with invisible marks around some.
    static let bare = [
        "> :authority", "> \u{200B}llm.example\u{A0}", "> :method", "> POST", "> accept", "> */*", "> x-empty",
        "> user-agent", "> curl/8", "> x-api-key", "> sk-walk-to-perth", "",
    ].joined(separator: "\n")

    /// A dump that is indented and has a blank line behind every line.
    static let doubleSpaced = """
            # request

            ## HEADERS

            accept

            */*

            x-api-key

            sk-walk-to-perth

            # response

            ## HEADERS

            STATUS: 200

            content-type

            application/json

            ## BODY

            {"a": 1}

        """

    /// Raw messages: content of a declared length, chunks, and an interim response.
    static let messages = [
        "POST /v1/messages HTTP/1.1", "Host: llm.example", "x-api-key: sk-walk-to-perth", "Content-Length: 7", "",
        "{\"a\":1}HTTP/1.1 100 Continue", "", "HTTP/1.1 200 OK", "Transfer-Encoding: chunked", "", "5;x=y", "hello",
        "0",
        "Trailer: t", "", "GET /v1/models HTTP/1.1", "Host: llm.example", "", "HTTP/1.1 404", "Content-Length: 0", "",
        "",
    ].joined(separator: "\r\n")

    /// Messages as people write them down: LF, no lengths.
    static let handwritten = """
        POST https://llm.example/v1/messages HTTP/2
        content-type: application/json

        {"a": 1}

        HTTP/2 200
        content-type: text/event-stream

        data: 1

        data: 2

        GET /v1/models HTTP/1.0

        """

    /// A bare event stream.
    static let stream = ": hello\nevent: ping\nid: 7\ndata: {}\n\ndata: 2\n\n"

    /// A bare JSON answer.
    static let answer = "\n {\"choices\": []}\n"

    /// A streamed answer as a JSON object a line.
    static let lines = "{\"message\": {}, \"done\": false}\n{\"done\": true}\n"

    /// An archive: members in an odd order, forms of headers that occur, and three entries of which one is none.
    static let archive = """
        {"log": {"version": "1.2", "entries": [
          {"startedDateTime": "2025-09-10T03:30:02.361Z", "time": 12.5,
           "request": {"method": "POST", "url": "https://llm.example/v1/messages?a=\\u00e9", "httpVersion": "h2",
             "headers": [{"name": ":authority", "value": "llm.example"}, {"name": "x-api-key", "value": "sk-walk-to-perth"}],
             "postData": {"mimeType": "application/json", "text": "{\\"say\\": \\"}]\\"}"}},
           "response": {"status": 200, "statusText": "OK", "headers": {"content-type": "text/event-stream", "a": null},
             "content": {"size": 9, "mimeType": "text/event-stream", "text": "data: 1\\n\\n"}}},
          null,
          {"request": {"method": "GET", "url": "https://llm.example/", "headers": [["b", "1"]]}, "time": -1,
           "response": {"status": 0, "_error": "net::ERR_FAILED", "content": {}}}
        ], "creator": {"name": "made up", "version": "1"}}, "more": [1, {"log": 2}]}

        """

    /// All of them with the format that each is recognised as.
    static let all: [(text: String, format: String)] = [
        (dump, "headers-pane"), (chrome, "headers-pane"), (untitledChrome, "headers-pane"),
        (rawChrome, "headers-pane"), (firefox, "headers-pane"), (safari, "headers-pane"), (bare, "headers-pane"),
        (doubleSpaced, "headers-pane"), (messages, "http-message"), (handwritten, "http-message"),
        (stream, "event-stream"), (archive, "har"), (answer, "json"), (lines, "json-lines"),
        (verbose, "curl-verbose"), (trace, "curl-trace"), (asciiTrace, "curl-trace"), (commands, "copy-as-curl"),
        (powerShell, "copy-as-powershell"),
        (log, "claude-trace"), (tapLog, "claude-tap"),
    ]
}
