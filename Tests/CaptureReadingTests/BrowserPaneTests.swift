import CaptureReading
import Testing

/// What the browsers' panes give when they are copied, each as that browser writes it.
@Suite struct BrowserPaneTests {
    @Test(
        "every form is read to what it says, side by side",
        arguments: [
            (
                Samples.untitledChrome,
                [
                    """
                    POST https://llm.example/v1/messages [accept=*/*;content-type=application/json;x-api-key=sk-walk-to-perth] nil
                    200 OK (from disk cache) [content-type=application/json;date=Wed, 10 Sep 2025 03:30:10 GMT] "{\\"a\\": 1}"

                    """,
                    """
                    - https://llm.example/v1/models [accept=*/*] nil
                    404 - [server=x] nil

                    """,
                ]
            ),
            (
                Samples.rawChrome,
                [
                    """
                    POST https://llm.example/v1/messages?key=sk-walk-to-perth [Host=llm.example] "{\\"a\\": 1}"
                    200 OK [Content-Type=text/event-stream;Set-Cookie=a=1; Path=/] "data: {\\"b\\": 2}\\n\\ndata: [DONE]\\n\\n"

                    """
                ]
            ),
            (
                Samples.firefox,
                [
                    """
                    POST https://llm.example/v1/messages [Accept=*/*;Content-Type=application/json;x-api-key=sk-walk-to-perth] nil
                    429 Too Many Requests [content-type=application/json;retry-after=7;X-Firefox-Spdy=h2] nil

                    """,
                    """
                    GET https://llm.example/v1/models?method=crop&alt=sse [Host=llm.example;Accept=*/*] nil
                    200 - [server=x] nil

                    """,
                ]
            ),
            (
                Samples.safari,
                [
                    """
                    POST https://llm.example/v1/messages [Accept=*/*;x-api-key=sk-walk-to-perth] nil
                    200 OK [Content-Type=application/json] "{\\"a\\": 1}"

                    """,
                    """
                    GET https://llm.example/v1/models [:method=GET;:path=/v1/models] nil
                    404 Not Found [:status=404] nil
                    headers-pane.orphan-line
                    """,
                ]
            ),
            (
                Samples.bare,
                [
                    """
                    POST - [:authority=llm.example;:method=POST;accept=*/*;x-empty=;user-agent=curl/8;x-api-key=sk-walk-to-perth] nil
                    - - [] nil

                    """
                ]
            ),
            (
                Samples.doubleSpaced,
                [
                    """
                    - - [accept=*/*;x-api-key=sk-walk-to-perth] nil
                    200 - [content-type=application/json] "\\n    {\\"a\\": 1}\\n"

                    """
                ]
            ),
        ])
    func forms(text: String, expected: [String]) throws {
        #expect(try Reading.exchanges(text).map(Reading.meaning) == expected)
    }

    @Test(
        "versions of the protocol are kept where a pane has them",
        arguments: [
            (Samples.rawChrome, "HTTP/1.1", "HTTP/1.1"), (Samples.safari, "HTTP/1.1", "HTTP/1.1"),
            (Samples.firefox, nil, "HTTP/2"), (Samples.chrome, nil, nil),
        ] as [(String, String?, String?)])
    func versions(text: String, sent: String?, received: String?) throws {
        let exchange = try #require(try Reading.exchanges(text).first)
        #expect(exchange.request?.httpVersion == sent)
        #expect(exchange.response?.httpVersion == received)
    }

    @Test(
        "header lines without titles are told apart by their names, then by blank lines and the order of names",
        arguments: [
            ("server\nx\naccept\n*/*\n", 1), ("content-type\nx\nserver\ny\ncontent-type\nz\nhost\na\n", 2),
            ("server\nx\nx-own\ny\n\t\nx-other\nz\nhost\na\n", 2), ("accept\n*/*\nhost\na\n", 0),
            ("content-type\nx\naccept\n*/*\n", 0), ("content-type\nx\n\naccept\n*/*\n", 1),
            ("server\nx\nhost\na\ndate\nb\netag\nc\naccept\nd\n", 4), ("x-own\n1\ncontent-type\nx\n", 2),
            ("server\nx\n:method\nGET\ndate\ny\naccept\nz\ncookie\na\n", 1),
        ])
    func borders(lines: String, count: Int) throws {
        let exchanges = try Reading.exchanges("Request URL\nhttps://a/\n" + lines, as: .headersPane)
        #expect(exchanges.map { exchange in exchange.response?.fields.count ?? 0 } == [count])
    }

    @Test(
        "a value that looks like a name is one, and a name with nothing behind it has no value",
        arguments: [
            ("vary\norigin\nx-own\n1\n", "vary=origin;x-own=1"),
            ("connection\nkeep-alive\ndate\nx\n", "connection=keep-alive;date=x"),
            ("x-empty\nserver\nnginx\ndate\nx\n", "x-empty=;server=nginx;date=x"),
            ("x-empty\nserver\nnginx\n", "x-empty=;server=nginx"), ("x-a\norigin\n", "x-a=origin"),
            ("x-a\norigin\n\nx-b\n1\n", "x-a=origin;x-b=1"), ("origin\nhttps://a:1/\n", "origin=https://a:1/"),
            ("a\n1, 2,\n3 4\nb\n2\n", "a=1, 2, 3 4;b=2"),
            ("set-cookie\na=1; b\nc=2; d\n", "set-cookie=a=1; b;set-cookie=c=2; d"),
            ("a: 1\n  x: 2\nb: 3\n", "a=1 x: 2;b=3"), ("a: 1\n  date: 2\n", "a=1;date=2"),
            ("a:\u{A0}1\u{200B}\n\u{FEFF}b\u{200D}:\n\u{2060}2\n", "a=1;b=2"),
        ])
    func values(lines: String, expected: String) throws {
        let exchanges = try Reading.exchanges("# request\n## HEADERS\nfirst: 1\n" + lines, as: .headersPane)
        let fields = (exchanges.first?.request?.fields ?? FieldLines()).dropFirst()
        #expect(fields.map { line in "\(line.name)=\(line.value)" }.joined(separator: ";") == expected)
        #expect(exchanges.flatMap(\.defects).isEmpty)
    }

    @Test("marks of mail before a body are told, since it is kept as it stands")
    func quotedBody() throws {
        let text = "> # request\n> ## HEADERS\n> a: 1\n> ## BODY\n> {}\n> # response\n> ## HEADERS\n> b: 2\n"
        let exchange = try #require(try Reading.exchanges(text).first)
        #expect(exchange.request?.body.map { body in Reading.text(body.bytes) } == "> {}")
        #expect(exchange.response?.fields.value("b") == "2")
        #expect(exchange.defects.map(\.id) == ["headers-pane.quoted-body"])
    }

    @Test(
        "a fence around a body is no part of it",
        arguments: [
            ("```json\n{}\n```\n", "{}"), ("```\n{}\n```", "{}"), ("{}\n```\n", "{}"), ("```\n```\n", ""),
            ("{}\n", "{}\n"), ("a ```\n", "a ```\n"),
        ])
    func fencedBody(content: String, expected: String) throws {
        let exchange = try #require(try Reading.exchanges("# request\n## BODY\n" + content, as: .headersPane).first)
        #expect(exchange.request?.body.map { body in Reading.text(body.bytes) } == expected)
    }

    @Test(
        "what only looks like a pane is not claimed",
        arguments: [
            "Date: Mon, 1 Sep 2025 10:00:00 +0800\nFrom: a@mail.example\nContent-Type: text/plain\nAccept-Language: en\n\nHello\n",
            "Accept\nAccept-Charset\nAccept-Encoding\nAccept-Language\nAuthorization\nCookie\n",
            "Summary\nThe server is slow.\n", "# Summary\nURL: https://a/\n", "Request\nReview by Friday.\n",
            "GET\nthe form\n", "Get\nhttps://a/\n", "> GET / HTTP/1.1\n> Host: a\n> Accept: */*\n",
            "## Request Headers\n\n| name | value |\n", "Response Headers\nThe server sends these.\n",
            "host: a\nserver: b\ndate: c\nlocation: d\n", "import Foundation\n\nlet accept = 1\n",
            "accept: yes\nhost: here\nThe rest is prose, and more of it.\nSo is this.\n",
            "Status\n200\nVersionHTTP/2\n", "scheme\nof things\n", "```\nGeneral\n```\n",
        ])
    func notClaimed(text: String) {
        #expect(CaptureFormatCatalog.format(.headersPane)?.recognise(Array(text.utf8)[...]) == Confidence.none)
    }
}
