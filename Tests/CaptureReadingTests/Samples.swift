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

    /// All of them with the format that each is recognised as.
    static let all: [(text: String, format: String)] = [
        (dump, "headers-pane"), (chrome, "headers-pane"), (messages, "http-message"), (handwritten, "http-message"),
        (stream, "event-stream"), (answer, "json"),
    ]
}
