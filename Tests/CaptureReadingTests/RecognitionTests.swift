import CaptureReading
import TestSupport
import Testing

@Suite struct RecognitionTests {
    @Test("every sample has exactly one best claimant", arguments: Samples.all)
    func samples(text: String, format: String) throws {
        let head = Array(text.utf8)[...]
        let claims = CaptureFormatCatalog.all.map { (id: $0.id.rawValue, confidence: $0.recognise(head)) }
        let best = try #require(claims.map(\.confidence).max())
        #expect(claims.filter { claim in claim.confidence == best }.map(\.id) == [format])
    }

    @Test(
        "a beginning is judged by its signs",
        arguments: [
            ("headers-pane", "# request\n## HEADERS\n", .certain),
            ("headers-pane", "# Request:\r\n\r\n## header:\r\n", .certain),
            ("headers-pane", "# responseId\n\n## HEADER\nSTATUS: 200\n", .likely),
            ("headers-pane", "Notes\n\n# response\n## HEADERS\n", .likely),
            ("headers-pane", "## HEADERS\nURL\nhttps://a/\n", .likely),
            ("headers-pane", "General\nRequest URL\nhttps://a/\n", .likely),
            ("headers-pane", "Request URL: https://a/\nRequest Method: GET\n", .likely),
            ("headers-pane", "Response Headers (3)\nserver\nx\n", .possible),
            ("headers-pane", "# request\n\nPlease send the form.\n", .none), ("headers-pane", "# request", .none),
            ("headers-pane", "# Usage\n\n## Headers\n", .none),
            ("headers-pane", "## HEADERS\nare listed below\n", .none),
            ("headers-pane", "General remarks\nRequest URL\n", .none), ("headers-pane", "", .none),
            ("http-message", "GET / HTTP/1.1\r\n", .certain), ("http-message", "\r\n\nHTTP/2 200\n", .certain),
            ("http-message", "CONNECT a:443 HTTP/1.1\r\n", .certain), ("http-message", "HTTP/1.1 20\r\n", .none),
            ("http-message", "GET /\r\n", .none), ("http-message", "The server speaks HTTP/1.1\n", .none),
            ("event-stream", "data: x", .likely), ("event-stream", "\n\nevent: a\r\ndata:{}\r\n\r\n", .likely),
            ("event-stream", ": keep-alive\n\n", .possible), ("event-stream", "id: 4\n\ndata: x\n", .possible),
            ("event-stream", "retry: 3\nname: x\n", .possible), ("event-stream", "name: x\ndata: y\n", .none),
            ("event-stream", ":authority: a\naccept: */*\n", .none), ("event-stream", "datum: x\n", .none),
            ("event-stream", "data", .none),
            ("json", "{\"a\": 1}", .possible), ("json", " [\r\n{\"error\": {", .likely), ("json", "[-1]", .possible),
            ("json", "{}", .possible), ("json", "{\"choices\": [", .likely),
            ("har", "{\"log\": {\"entries\": [", .certain), ("har", "{\"version\": 1, \"log\": {", .certain),
            ("har", "f({\"log\": {", .certain), ("har", "{\"log\": []}", .likely), ("har", "{\"a\": 1}", .none),
            ("har", "{\"method\": \"GET\", \"httpVersion\": \"h2\"}", .likely),
            ("har", "{\"a\": {\"log\": {\"entries\": []}}}", .likely), ("har", "[{\"log\": {}}]", .none),
            ("har", "f(x)", .none), ("har", "log({", .none),
            ("json", "[", .possible), ("json", "{a: 1}", .none), ("json", "[link](https://a/)", .none),
            ("json", "1", .none), ("json", "{\"schema\": \"unspool.inspect/1\", \"tool", .none),
            ("json", "{\"a\": 1}\n{\"b\"", .none), ("json-lines", "{\"a\": 1}\n{\"b\"", .possible),
            ("json-lines", " {\"done\": false}\r\n\n{}", .likely), ("json-lines", "{\"a\": 1}\n", .none),
            ("json-lines", "{\n\"a\": 1}\n{}", .none), ("json-lines", "[1]\n[2]", .none),
        ] as [(String, String, Confidence)])
    func confidence(format: String, text: String, expected: Confidence) throws {
        let found = try #require(CaptureFormatCatalog.format(CaptureFormatID(rawValue: format)))
        #expect(found.recognise(Array(text.utf8)[...]) == expected)
    }

    @Test("a request line that is longer than the head is known by its beginning")
    func longRequestLine() throws {
        let path = String(repeating: "a", count: CaptureReader.headSize)
        let capture = "GET /\(path) HTTP/1.1\nHost: x.example\n\n"
        var reader = try CaptureReader(reading: MemorySource(Array(capture.utf8)))
        #expect(reader.format == .httpMessage)
        #expect(try reader.next()?.request?.target == "/\(path)")
    }

    @Test("names are sorted, unique and found")
    func names() {
        let ids = CaptureFormatCatalog.all.map { format in format.id }
        #expect(ids.map(\.rawValue) == ids.map(\.rawValue).sorted())
        #expect(Set(ids).count == ids.count)
        #expect(CaptureFormatCatalog.names == ids)
        for id in ids { #expect(CaptureFormatCatalog.format(id)?.id == id) }
        #expect(CaptureFormatCatalog.format(CaptureFormatID(rawValue: "")) == nil)
    }

    @Test("recognisers meet every prefix of every sample, in slices that begin anywhere")
    func prefixes() {
        for sample in Samples.all {
            let bytes = [0xFF] + Array(sample.text.utf8)
            for count in Thinning.cases(1..<bytes.count + 1) {
                for format in CaptureFormatCatalog.all {
                    let slice = format.recognise(bytes[1..<count])
                    let whole = format.recognise(Array(bytes[1..<count])[...])
                    #expect(slice == whole)
                }
            }
        }
    }
}
