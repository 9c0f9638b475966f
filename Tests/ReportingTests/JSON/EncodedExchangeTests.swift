import Reporting
import Testing

@Suite struct EncodedExchangeTests {
    @Test("what the capture says stands verbatim, with its places")
    func verbatim() throws {
        let report = try JSONReport(
            of: """
                GET https://example.com/a?b=c HTTP/1.1
                X-Odd: a  b
                x-odd:

                HTTP/1.1 204 No Content
                Via: 1.1 proxy


                """)
        #expect(
            try report.compact("request")
                == #"""
                {"method":"GET","url":"https://example.com/a?b=c","http_version":"HTTP/1.1","headers":[\#
                {"name":"X-Odd","value":"a  b","at":{"line":2,"column":8,"byte":46}},\#
                {"name":"x-odd","value":"","at":{"line":3,"column":7,"byte":57}}]}
                """#)
        #expect(try report.compact("response", "status") == "204")
        #expect(try report.compact("response", "reason") == #""No Content""#)
        #expect(try report.compact("at") == #"{"line":1,"column":1,"byte":0}"#)
        for absent in ["dialect", "vendor", "prompt", "answer", "inferred"] {
            #expect(try !report.has(absent))
        }
        for empty in ["images", "findings", "defects"] {
            let list = try report.compact(empty)
            #expect(list == "[]")
        }
    }

    @Test("a side that the capture does not have is absent")
    func oneSide() throws {
        #expect(try !JSONReport(of: "GET / HTTP/1.1\n\n").has("response"))
        #expect(try !JSONReport(of: "HTTP/1.1 200 OK\n\n").has("request"))
    }

    @Test(
        "a target in origin form becomes a URL where a host is known",
        arguments: [
            ("GET /a?b HTTP/1.1\nHost: example.com:8080\n\n", #""https://example.com:8080/a?b""#, true),
            ("GET /a HTTP/1.1\n\n", #""/a""#, false),
            ("GET /a HTTP/1.1\nHost:\n\n", #""/a""#, false),
            ("OPTIONS * HTTP/1.1\nHost: example.com\n\n", #""*""#, false),
            ("GET http://a.example/ HTTP/1.1\nHost: b.example\n\n", #""http://a.example/""#, false),
        ])
    func urls(capture: String, url: String, isInferred: Bool) throws {
        let report = try JSONReport(of: capture)
        #expect(try report.compact("request", "url") == url)
        #expect(try report.has("request", "url_inferred") == isInferred)
    }

    @Test("a method that the capture does not have is concluded from the body, and said to be")
    func inferredMethod() throws {
        let report = try JSONReport(
            of: """
                # request

                ## HEADERS
                URL
                https://example.com/v1beta/models/gemini-pro:generateContent
                HEADERS
                Content-Type:
                application/json

                ## BODY:
                {"contents": []}


                # response

                ## HEADER
                STATUS: 200 OK
                HEADERS
                Content-Type:
                application/json
                Date:
                Wed, 10 Sep 2025 03:30:10 GMT

                ## BODY
                {"candidates": [], "createTime": "2025-09-10T03:30:02.361227Z"}
                """)
        #expect(try report.compact("request", "method") == #""POST""#)
        #expect(try report.compact("request", "method_inferred") == "true")
        #expect(try !report.has("request", "http_version"))
        #expect(
            try report.compact("inferred")
                == #"{"method":"POST","duration_ms":7639,"duration_from":"createTime to Date"}"#)
    }

    @Test("dialect and vendor are named")
    func vendor() throws {
        let capture = { (host: String) in
            "POST /v1/models/m:generateContent HTTP/1.1\nHost: \(host)\n\n{}"
        }
        let official = try JSONReport(of: capture("generativelanguage.googleapis.com"))
        #expect(try official.compact("dialect") == #""gemini.generate_content""#)
        #expect(
            try official.compact("vendor")
                == #"{"name":"Google AI Studio","host":"generativelanguage.googleapis.com","official":true}"#)
        let other = try JSONReport(of: capture("relay.example"))
        #expect(try other.compact("vendor") == #"{"name":"unknown","host":"relay.example","official":false}"#)
        let local = try JSONReport(of: capture("localhost"))
        #expect(try local.compact("vendor") == #"{"name":"local","host":"localhost","official":null}"#)
    }
}
