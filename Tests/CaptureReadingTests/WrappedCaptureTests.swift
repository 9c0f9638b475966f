import CaptureReading
import Testing

/// Captures that somebody put other text around.
@Suite struct WrappedCaptureTests {
    private static let answer = "{\"choices\": [{\"message\": {\"content\": \"a\"}}]}"
    private static let stream = "data: {\"a\": 1}\n\ndata: [DONE]\n\n"
    private static let archive =
        "{\"log\": {\"entries\": [{\"request\": {\"method\": \"GET\", \"url\": \"https://a/\"}}]}}"

    @Test(
        "what stands behind comments, a fence, a prompt or the words of a log is read, and told",
        arguments: [
            ("```json\n", answer, "\n```\n", CaptureFormatID.json), ("Here it is:\n\n```\n", answer, "\n```", .json),
            ("// from staging\n# twice\n", answer, "\n", .json), ("// a\n", "{\"any\": {\"thing\": 1}}", "", .json),
            ("2025-09-10 03:30:02,361 INFO [client] response: ", answer, "\n", .json),
            ("[03:30:02] got ", answer, "", .json), ("$ cat answer.json\n", answer, "\n", .json),
            ("Log:\n>>> ", answer, "", .json), ("```text\n", stream, "```\n", .eventStream),
            ("# stream\n", stream, "", .eventStream), ("# an archive\n", archive, "\n", .httpArchive),
            ("```har\n", archive, "\n```\n", .httpArchive),
            ("```\n", "{\"done\": false}\n{\"done\": true}\n", "```\n", .jsonLines),
        ])
    func wrapped(before: String, content: String, behind: String, format: CaptureFormatID) throws {
        let bytes = Array((before + content + behind).utf8)
        let (exchanges, facts) = try Reading.capture(bytes)
        #expect(facts.format == format)
        #expect(facts.defects.map(\.id) == ["wrapper.text-before"])
        #expect(facts.defects.first?.message.contains("found \(before.utf8.count) bytes") == true)
        #expect(facts.byteCount == bytes.count)
        let exchange = try #require(exchanges.first)
        #expect(exchanges.count == 1)
        #expect(exchange.defects.isEmpty)
        guard format != .httpArchive else {
            #expect(exchange.request?.target == "https://a/")
            return
        }
        let body = try #require(exchange.response?.body)
        #expect(Reading.text(body.bytes).hasPrefix(content))
        #expect(body.place == Place(byte: before.utf8.count))
        #expect(
            LineTable(exchange.source).location(of: body.place).line
                == before.split(separator: "\n", omittingEmptySubsequences: false).count)
    }

    @Test("text behind is told")
    func behind() throws {
        let text = "INFO \(WrappedCaptureTests.answer)\nINFO done\n"
        let exchange = try #require(try Reading.exchanges(text).first)
        #expect(exchange.defects.map(\.id) == ["wrapper.text-behind"])
        #expect(exchange.defects.first?.place.byte == 5 + WrappedCaptureTests.answer.utf8.count + 1)
        #expect(exchange.response?.body.map { body in Reading.text(body.bytes) } == WrappedCaptureTests.answer)
        let cut = try #require(try Reading.exchanges("```json\n{\"choices\": [1,\n```\n").first)
        #expect(cut.defects.map(\.id) == ["json.truncated"])
    }

    @Test(
        "text that holds JSON or a field by the way is no capture",
        arguments: [
            "Hello {\"a\": 1}\n", "name: x\ndata: y\n", "See [1] and {\"b\": 2}.\n", "// comment\n{\"a\": \n",
            "{\"schema\": \"unspool.inspect/1\", \"x\": {\"choices\": []}}", "// x\n{}\n", "```\nls -l\n```\n",
            "{\"a\": undefined, \"b\": {\"choices\": []}}",
        ])
    func others(text: String) {
        #expect(throws: CaptureError.unrecognised(isText: true, byteCount: text.utf8.count)) {
            try Reading.exchanges(text)
        }
    }

    @Test("a format that is named is read from the first byte")
    func named() throws {
        let exchange = try #require(try Reading.exchanges("// a\n{\"b\": 1}", as: .json).first)
        #expect(exchange.defects.map(\.id) == ["json.not-json"])
    }

    @Test("every prefix is read or refused, in steps of any size")
    func prefixes() throws {
        let text = "// a\n```json\n\(WrappedCaptureTests.answer)\n```\nand more\n"
        for count in 0...text.utf8.count { _ = try? Reading.exchanges(Array(text.utf8.prefix(count))) }
        let whole = try Reading.exchanges(Array(text.utf8)).map(Reading.description)
        #expect(try Reading.exchanges(Array(text.utf8), step: 3).map(Reading.description) == whole)
    }
}
