import CaptureReading
import Testing

/// Captures in the fences of Markdown.
@Suite struct FencedCapturesTests {
    private static let answer = "{\"choices\": [{\"message\": {\"content\": \"a\"}}]}\n"
    private static let stream = "data: {\"a\": 1}\n\ndata: [DONE]\n\n"
    private static let message = "HTTP/1.1 201 Created\nContent-Type: application/json\n\n{\"b\": 1}\n"

    private static let issue = """
        I get two answers:

        ```json
        \(answer)```

        ```python
        print(1)
        ```
        and

        ```
        \(stream)```

        ```http
        \(message)```

        with this call:

        ```bash
        curl https://a/ -d x
        ```

        """

    @Test("each that holds a capture is read by its own format, and told")
    func several() throws {
        let bytes = Array(FencedCapturesTests.issue.utf8)
        let (found, facts) = try Reading.capture(bytes)
        #expect(facts.format == .json)
        #expect(facts.defects.map(\.id) == ["wrapper.fences"])
        #expect(facts.defects.first?.message.contains("found 4 in fences") == true)
        #expect(facts.byteCount == bytes.count)
        #expect(found.map(\.number) == [1, 2, 3, 4])
        #expect(found.flatMap(\.defects).isEmpty)
        let bodies = found.map { exchange in exchange.response?.body.map { body in Reading.text(body.bytes) } }
        #expect(
            bodies == [String(FencedCapturesTests.answer.dropLast()), FencedCapturesTests.stream, "{\"b\": 1}\n", nil])
        #expect(found.map(\.response?.status) == [nil, nil, 201, nil])
        #expect(found.last?.request?.target == "https://a/")
        for exchange in found {
            guard let body = exchange.response?.body else { continue }
            #expect(bytes[body.place.byte...].starts(with: body.bytes))
            #expect(bytes[exchange.source.start.byte...].starts(with: exchange.source.bytes))
            let line = bytes[..<body.place.byte].count { byte in byte == UInt8(ascii: "\n") } + 1
            #expect(LineTable(exchange.source).location(of: body.place).line == line)
        }
        let whole = found.map(Reading.description)
        #expect(try Reading.exchanges(from: MemorySource(bytes), step: 7).map(Reading.description) == whole)
    }

    @Test("a fence whose capture cannot be read is told, and not counted")
    func unread() throws {
        let har = "{\"log\": {\"version\": \"1.2\", \"creator\": {\"name\": \"a\", \"version\": \"1\"}"
        let text =
            "```\n\(har)\n```\n```json\n\(FencedCapturesTests.answer)```\n```\n\(FencedCapturesTests.stream)```\n"
        let (found, facts) = try Reading.capture(Array(text.utf8))
        #expect(found.count == 2)
        #expect(facts.defects.map(\.id) == ["wrapper.fences", "wrapper.unread-fence"])
        #expect(facts.defects.first?.message.contains("found 2 in fences") == true)
        #expect(facts.defects.last?.location?.line == 2)
        #expect(facts.defects.last?.losesContent == true)
    }

    @Test("a command in one fence and what came back in another are both read")
    func commandAndAnswer() throws {
        let text = "```bash\ncurl https://a/ -d x\n```\nThe answer:\n```json\n\(FencedCapturesTests.answer)```\n"
        let found = try Reading.exchanges(text)
        #expect(found.first?.request?.target == "https://a/")
        #expect(
            found.last?.response?.body.map { body in Reading.text(body.bytes) + "\n" } == FencedCapturesTests.answer)
        #expect(found.count == 2)
    }

    @Test("one fence, and captures that hold fences, are read as before")
    func others() throws {
        let one = "```\n\(FencedCapturesTests.answer)```\n"
        #expect(try Reading.capture(Array(one.utf8)).facts.defects.map(\.id) == ["wrapper.text-before"])
        let commands = "```\ncurl https://a/\n```\n```\ncurl https://b/\n```\n"
        #expect(try Reading.exchanges(commands).map(\.request?.target) == ["https://a/", "https://b/"])
        let inside = "HTTP/1.1 200 OK\nContent-Type: text/markdown\n\n\(FencedCapturesTests.issue)"
        #expect(try Reading.capture(Array(inside.utf8)).facts.format == .httpMessage)
    }

    @Test("every prefix is read or refused")
    func prefixes() {
        let bytes = Array(FencedCapturesTests.issue.utf8)
        for count in stride(from: 0, through: bytes.count, by: 3) {
            _ = try? Reading.exchanges(Array(bytes.prefix(count)))
        }
    }
}
