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

    /// A command and what `curl -v` printed: an interim response, content without a line end of its own, and a second
    /// exchange on the same connection whose content stands elsewhere.
    static let verbose = """
        $ curl -v https://llm.example/v1/messages -H 'x-api-key: sk-walk-to-perth' -d '{"a": 1}' --next -o b https://llm.example/
        *   Trying 192.0.2.1:443...
        * [HTTP/2] [1] [:path: /v1/messages]
        > POST /v1/messages HTTP/2\r
        > Host: llm.example\r
        > x-api-key: sk-walk-to-perth\r
        > Content-Length: 8\r
        > \r
        } [8 bytes data]
        < HTTP/2 100 \r
        < \r
        < HTTP/2 200 \r
        < content-type: application/json\r
        < \r
        {"b":
         "* c"}* Connection #0 to host llm.example left intact
          % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
        \r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0* Re-using existing connection
        > GET / HTTP/2\r
        >\u{20}
        < HTTP/2 404 \r
        < content-length: 5\r
        <\u{20}
        { [5 bytes data]

        """

    /// A trace with digits: chunks, times, and a second exchange.
    static let trace = """
        07:57:17.952125 == Info:   Trying 127.0.0.1:8899...
        07:57:17.952353 => Send header, 18 bytes (0x12)
        0000: 47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 0d 0a GET / HTTP/1.1..
        0010: 0d 0a                                           ..
        07:57:18.000000 <= Recv header, 17 bytes (0x11)
        0000: 48 54 54 50 2f 31 2e 31 20 32 30 30 20 4f 4b 0d HTTP/1.1 200 OK.
        0010: 0a                                              .
        07:57:18.000000 <= Recv header, 28 bytes (0x1c)
        0000: 54 72 61 6e 73 66 65 72 2d 45 6e 63 6f 64 69 6e Transfer-Encodin
        0010: 67 3a 20 63 68 75 6e 6b 65 64 0d 0a             g: chunked..
        07:57:18.000000 <= Recv header, 2 bytes (0x2)
        0000: 0d 0a                                           ..
        07:57:18.452353 <= Recv data, 13 bytes (0xd)
        0000: 33 0d 0a c3 a9 21 0d 0a 30 0d 0a 0d 0a          3....!..0....
        07:57:18.452400 == Info: Connection #0 to host 127.0.0.1 left intact
        07:57:19.000000 => Send header, 18 bytes (0x12)
        0000: 47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 0d 0a GET / HTTP/1.1..
        0010: 0d 0a                                           ..

        """

    /// A trace with characters: a line that goes on, and an event stream whose line ends are LF.
    static let asciiTrace = """
        => Send header, 91 bytes (0x5b)
        0000: POST /v1/messages/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        0040: a HTTP/1.1
        004c: Host: llm.e
        0059:\u{20}
        => Send data, 7 bytes (0x7)
        0000: {"a":1}
        <= Recv header, 17 bytes (0x11)
        0000: HTTP/1.1 200 OK
        <= Recv header, 33 bytes (0x21)
        0000: Content-Type: text/event-stream
        <= Recv header, 2 bytes (0x2)
        0000:\u{20}
        <= Recv SSL data, 5 bytes (0x5)
        0000: .....
        <= Recv data, 32 bytes (0x20)
        0000: event: a.data: {"v": "1.5"}.....

        """

    /// Commands in the quotes of a shell and with the carets of Windows, and what one printed.
    static let commands = """
        $ curl --url 'https://llm.example/v1/messages?key=sk-walk-to-perth' \\
          -H 'content-type: application/json' -b 'sid=1' -u 'me:walk-to-perth' --compressed \\
          --data-raw $'{"a": "it\\'s \\u00e9 \\ud83d\\ude80"}' ;
        curl "https://llm.example/v1/models"
        HTTP/1.1 200 OK
        Content-Type: application/json

        {"data": []}
        curl ^"https://llm.example/^" ^
          -H ^"a: ^\\^"b^\\^"^" ^
          --data-raw ^"^{^\\^"c^\\^":1^}^

        d^"

        """

    /// A log with a record a line, of which one is damaged.
    static let log = """
        {"request": {"timestamp": 1757475002.25, "method": "POST", "url": "https://llm.example/v1/messages", "headers": {"x-api-key": "sk-walk-to-perth"}, "body": {"a": 1}}, "response": {"timestamp": 1757475003.5, "status_code": 200, "headers": {"content-type": "text/event-stream"}, "body_raw": "data: 1\\n\\n"}}
        {"request": {"method":
        {"request": {"method": "GET", "url": "https://llm.example/", "headers": {}}, "response": null}

        """

    /// A log of records with paths in an array.
    static let tapLog = """
        [
          {"turn": 1, "duration_ms": 12.5, "upstream_base_url": "https://llm.example/", "request": {"method": "POST",
            "path": "/v1/messages", "headers": {}, "body": "x"}, "response": {"status": 200, "body": null,
            "sse_events": [{"event": "ping", "data": {"a": 1}}]}}
        ]

        """

    /// All of them with the format that each is recognised as.
    static let all: [(text: String, format: String)] = [
        (dump, "headers-pane"), (chrome, "headers-pane"), (untitledChrome, "headers-pane"),
        (rawChrome, "headers-pane"), (firefox, "headers-pane"), (safari, "headers-pane"), (bare, "headers-pane"),
        (doubleSpaced, "headers-pane"), (messages, "http-message"), (handwritten, "http-message"),
        (stream, "event-stream"), (archive, "har"), (answer, "json"), (lines, "json-lines"),
        (verbose, "curl-verbose"), (trace, "curl-trace"), (asciiTrace, "curl-trace"), (commands, "copy-as-curl"),
        (log, "claude-trace"), (tapLog, "claude-tap"),
    ]
}
