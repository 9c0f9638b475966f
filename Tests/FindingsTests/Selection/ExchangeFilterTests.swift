import Findings
import Testing

@Suite struct ExchangeFilterTests {
    /// Five exchanges: a Gemini answer with an image, an error, a plain page, a request without an answer, a stream.
    private static let capture = """
        POST /v1beta/models/gemini-x:generateContent?key=sk-walk-to-perth HTTP/1.1
        Host: generativelanguage.googleapis.com
        Content-Type: application/json

        {"contents":[{"role":"user","parts":[{"text":"a"}]}],"tools":[{"functionDeclarations":[{"name":"f"}]}]}
        HTTP/1.1 200 OK
        Content-Type: application/json; charset=utf-8

        {"candidates":[{"content":{"parts":[{"text":"b"},{"inlineData":{"mimeType":"image/png","data":"iVBORw0KGgo="}}]},\
        "finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":3,"candidatesTokenCount":4,"totalTokenCount":7}}
        POST /v1beta/models/gemini-y:generateContent HTTP/1.1
        Host: relay.example

        {"contents":[{"parts":[{"text":"a"}]},{"role":"model","parts":[{"text":"b"}]},{"parts":[{"text":"c"}]}]}
        HTTP/1.1 503 Service Unavailable
        Content-Type: application/json

        {"error":{"code":503,"message":"busy"}}
        GET /pages/a%20page.html HTTP/1.1
        Host: www.example

        HTTP/1.1 200 OK
        Content-Type: text/html
        Content-Length: 13

        <p>hello</p>
        \n\
        GET /nothing HTTP/1.1
        Host: www.example

        """

    private static let summaries: [ExchangeSummary] = {
        let exchanges = (try? Sample.exchanges(Array(capture.utf8))) ?? []
        return exchanges.map(ExchangeSummary.init)
    }()

    private func numbers(_ filter: String) throws -> [Int] {
        let filter = try ExchangeFilter(parsing: filter)
        return Self.summaries.filter(filter.matches).map(\.number)
    }

    @Test(
        "every field chooses, by every operator that it takes",
        arguments: [
            ("method:get", [3, 4]), ("method:GET,post", [1, 2, 3, 4]), ("-method:post", [3, 4]),
            ("host:*.googleapis.com", [1]), ("host:WWW.EXAMPLE", [3, 4]), ("host:www", []),
            ("host:???.example", [3, 4]),
            ("path:/pages/*", [3]), ("path:\"/pages/a%20page.html\"", [3]), ("url:*key=*", [1]), ("key", [1]),
            ("\"ke*\"", []), ("\"key\"", [1]), ("model:\"none\"", []), ("rule:\"SEC*\"", []),
            ("PAGES", [3]), ("alt=sse", []), ("\"time>1\"", []), ("-models", [3, 4]),
            ("status:200", [1, 3]), ("status:=200", [1, 3]), ("status:>=400", [2]), ("status:>200", [2]),
            ("status:<400", [1, 3]), ("status:<=200", [1, 3]), ("status:200..299", [1, 3]), ("status:300..", [2]),
            ("status:..300", [1, 3]), ("status:200,503", [1, 2, 3]), ("status:none", [4]), ("-status:none", [1, 2, 3]),
            ("type:text/*", [3]), ("type:application/json", [1, 2]), ("type:none", [4]),
            ("dialect:gemini.*", [1, 2]), ("dialect:none", [3, 4]), ("model:gemini-?", [1, 2]), ("model:gemini-y", [2]),
            ("size:>100", [1]), ("size:13", [3]), ("size:>=0.013kB size:<1MiB", [1, 2, 3]), ("size:none", [4]),
            ("time:none", [1, 2, 3, 4]), ("time:>1s", []), ("number:2..3", [2, 3]), ("n:4", [4]), ("turns:3", [2]),
            ("turns:<2", [1]), ("tokens:7", [1]), ("tokens:>7", []), ("tokens:none", [2, 3, 4]),
            ("finding:sec003", [1]), ("finding:credential-in-url", [1]), ("rule:SEC*", [1]), ("severity:none", [3, 4]),
            ("severity:>=info", [1, 2]), ("severity:critical", []),
            ("has:answer", [1]), ("has:error", [2]), ("has:image", [1]), ("has:llm", [1, 2]),
            ("has:request", [1, 2, 3, 4]),
            ("has:response", [1, 2, 3]), ("has:secret", [1]), ("has:stream", []), ("has:tools", [1]),
            ("has:tool_call,image", [1]), ("has:finding", [1, 2]), ("has:reasoning", []), ("has:refusal", []),
            ("has:defect has:image", []), ("-has:llm", [3, 4]), ("has:llm -has:error", [1]),
            ("  has:llm   status:503 ", [2]),
        ] as [(String, [Int])])
    func fields(filter: String, expected: [Int]) throws {
        #expect(try numbers(filter) == expected)
    }

    @Test(
        "what is no filter is refused at the place where it stops being one",
        arguments: [
            ("", "expected a term such as status:>=400, found none at column 1"),
            ("  ", "expected a term such as status:>=400, found none at column 1"),
            ("status:200 hots:a", "found 'hots' at column 12"),
            ("status:", "expected a value, found the end of the filter at column 8"),
            ("status:,200", "expected a value, found ',' at column 8"),
            ("status:200,", "expected a value, found the end of the filter at column 12"),
            ("status:many", "expected a number, found 'many' at column 8"),
            ("status:>=many", "expected a number, found 'many' at column 10"),
            ("status:200..x", "expected a number, found 'x' at column 13"),
            ("status:..", "expected a number beside .., found '..' at column 8"),
            ("size:3pounds", "expected a size such as 64kB, found '3pounds' at column 6"),
            ("time:>2weeks", "expected a time such as 250ms or 2s, found '2weeks' at column 7"),
            ("has:everything", "found 'everything' at column 5"),
            (
                "severity:grave",
                "expected one of the severities info, low, medium, high, critical, found 'grave' at column 10"
            ),
            ("path:\"/a", "expected a closing quotation mark, found the end of the filter at column 6"),
            ("time>1", "expected a colon behind time, or the word between quotation marks, found '>' at column 5"),
            ("has:image -status=200", "found '=' at column 18"),
            ("-", "expected a name or a word behind -, found the end of the filter at column 2"),
            ("- a", "expected a name or a word behind -, found ' ' at column 2"),
        ])
    func faults(filter: String, expected: String) {
        let fault = #expect(throws: FilterFault.self) { try ExchangeFilter(parsing: filter) }
        #expect(fault?.description.hasSuffix(expected) == true, "\(fault?.description ?? "")")
    }

    @Test("what a recorder measured, and what is wrong in the capture, choose too")
    func archive() throws {
        let entries = #"[{"request":7},{"time":2500,"request":{"method":"GET","url":"https://a.example/"}}]"#
        let summaries = try Sample.exchanges(Array(#"{"log":{"entries":\#(entries)}}"#.utf8)).map(ExchangeSummary.init)
        for (filter, expected) in [
            ("has:defect", [1]), ("time:2.5s", [2]), ("duration:<1min", [2]), ("time:none", [1]),
        ] {
            let filter = try ExchangeFilter(parsing: filter)
            #expect(summaries.filter(filter.matches).map(\.number) == expected)
        }
    }

    @Test("every prefix of a filter is read or refused")
    func prefixes() {
        let filter = #"-host:*.a,"b\" c",d status:>=400,200..299 size:<64kB has:image word"#
        for end in filter.indices { _ = try? ExchangeFilter(parsing: String(filter[..<end])) }
        #expect(throws: Never.self) { try ExchangeFilter(parsing: filter) }
    }

    @Test("the fields have one name each, and help for every one")
    func catalogue() {
        let names = FilterField.all.flatMap(\.names)
        #expect(Set(names).count == names.count)
        #expect(FilterField.all.allSatisfy { field in !field.summary.isEmpty })
    }

    @Test("a pattern of many stars is matched in no time")
    func stars() throws {
        #expect(try numbers("url:\(String(repeating: "*a", count: 2_000))*b") == [])
    }
}
