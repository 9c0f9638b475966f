import CaptureReading
import TestSupport
import Testing

/// Archives of which one entry is damaged: it costs no other entry, whatever is lost or added in it.
@Suite struct HTTPArchiveDamageTests {
    /// An entry with all that may be damaged: URL, headers, bodies that look like JSON.
    static func entry(_ number: Int) -> String {
        """
        {"startedDateTime":"2025-09-10T03:30:0\(number).361Z","time":1,"request":{"method":"POST",\
        "url":"https://a.example/\(number)","headers":[{"name":"a","value":"1"},{"name":"b","value":"[2}"}],\
        "postData":{"mimeType":"application/json","text":"{\\"a\\":[1,{\\"b\\":\\"c\\"}]}"}},\
        "response":{"status":200,"headers":[],"content":{"size":2,"mimeType":"text/plain","text":"x\(number)"}},\
        "cache":{},"timings":{"send":1}}
        """
    }

    /// The same entry over several lines, and without a name at its beginning that tells anything.
    private static func indented(_ number: Int) -> String {
        """
            {
              "comment": "x",
              "request": {
                "url": "https://a.example/\(number)",
                "headers": [
                  {
                    "name": "a",
                    "value": "1"
                  }
                ]
              },
              "response": {
                "content": {
                  "text": "x\(number)"
                }
              }
            }
        """
    }

    private static let layouts: [(first: String, entries: [String], last: String)] = [
        ("{\"log\":{\"entries\":[", (1...4).map(entry), "],\"creator\":{\"name\":\"c\"}}}"),
        ("{\n  \"log\": {\n  \"entries\": [\n", (1...4).map(indented), "\n  ],\n  \"version\": \"1.2\"\n}}"),
    ]

    private static func sound(_ layout: (first: String, entries: [String], last: String)) throws -> [Exchange] {
        try Reading.exchanges(layout.first + layout.entries.joined(separator: ",\n") + layout.last)
    }

    /// Damages the second entry in one way, at every third byte and its neighbours by turns, and tells where another
    /// entry is lost by it, or has another number.
    private static func losses(
        countsNumbers: Bool = false, from first: Int = 0, _ damage: (inout [UInt8], Int) -> Void
    ) throws -> [String] {
        var losses: [String] = []
        for layout in layouts {
            let sound = try sound(layout)
            let wanted = [sound[0], sound[2], sound[3]]
            for offset in stride(from: first % 3, to: layout.entries[1].utf8.count, by: 3 * Thinning.step) {
                var entry = Array(layout.entries[1].utf8)
                damage(&entry, offset)
                let entries = [Array(layout.entries[0].utf8), entry] + layout.entries[2...].map { Array($0.utf8) }
                let text = Array(layout.first.utf8) + entries.joined(separator: ",\n".utf8) + Array(layout.last.utf8)
                let (found, facts) = try Reading.capture(text, as: .httpArchive)
                let others = found.filter { exchange in
                    wanted.contains { other in other.request?.target == exchange.request?.target }
                }
                if others.map(Reading.meaning) != wanted.map(Reading.meaning)
                    || countsNumbers && others.map(\.number) != [1, 3, 4]
                {
                    losses.append("\(offset): \(found.map(\.number)) \(Reading.text(entry.prefix(offset).suffix(40)))")
                }
                // What was passed over is told, unless the entry is as sound as before.
                let isTold = !facts.defects.isEmpty || found.contains { exchange in !exchange.defects.isEmpty }
                if !isTold, found.count != 4 { losses.append("\(offset): nothing told") }
            }
        }
        return losses
    }

    @Test(
        "bytes that are lost from an entry cost no other, nor its number", arguments: [(1, 0), (1, 1), (1, 2), (9, 1)])
    func lost(count: Int, first: Int) throws {
        let losses = try HTTPArchiveDamageTests.losses(countsNumbers: true, from: first) { entry, offset in
            entry.removeSubrange(offset..<min(offset + count, entry.count))
        }
        #expect(losses.isEmpty)
    }

    @Test("a byte that is put into an entry costs no other", arguments: zip(Array("\"{}[]:\u{0}".utf8), 0..<9))
    func added(byte: UInt8, first: Int) throws {
        let losses = try HTTPArchiveDamageTests.losses(from: first) { entry, offset in entry.insert(byte, at: offset) }
        #expect(losses.isEmpty)
    }

    @Test("a byte that is another one costs no other entry", arguments: zip(Array("\"{]\\".utf8), 0..<9))
    func changed(byte: UInt8, first: Int) throws {
        let losses = try HTTPArchiveDamageTests.losses(from: first) { entry, offset in entry[offset] = byte }
        #expect(losses.isEmpty)
    }

    @Test("what is passed over is told with its place and its size")
    func defects() throws {
        let good = "{\"startedDateTime\":\"2025-09-10T03:30:02Z\",\"request\":{\"url\":\"/\"}}"
        let bad = "{\"startedDateTime\":\"2025-09-10T03:30:02Z\",\"request\":{\"url\":\"/a\"\"b\":1},\"c\":[}}"
        let (exchanges, facts) = try Reading.capture(
            Array("{\"log\":{\"entries\":[\(good),\(bad),\(good), 7]..\(good)]}}".utf8))
        #expect(exchanges.map(\.number) == [1, 2, 3, 5])
        #expect(exchanges[1].request?.target == "/a")
        #expect(exchanges[1].defects.map(\.id) == ["har.entry-not-json"])
        let fault = "expected a comma or the end of the object, found \"\"\" at byte 63; what stands before it is "
        #expect(exchanges[1].defects.first?.message == fault + "read, and 14 bytes from there on are passed over")
        #expect(exchanges[1].defects.first?.place.byte == exchanges[1].source.start.byte + 63)
        #expect(facts.defects.map(\.id) == ["har.entry-not-an-object", "har.syntax"])
        #expect(facts.defects.last?.message.hasSuffix("2 bytes up to the next entry are passed over") == true)
    }

    @Test("pages behind damaged entries are no entries")
    func pages() throws {
        let page = "{\"startedDateTime\": \"2025-09-10T03:30:02Z\", \"id\": \"p\", \"pageTimings\": {}}"
        let entry = "{\"request\": {\"url\": \"/\"}, \"x\": [}"
        let text = "{\"log\": {\"entries\": [\(entry)], \"pages\": [\(page), \(page)]}}"
        #expect(try Reading.exchanges(text).map(\.request?.target) == ["/"])
    }

    @Test("every prefix of an archive gives its whole entries, and a defect", arguments: [0, 1])
    func prefixes(index: Int) throws {
        let layout = HTTPArchiveDamageTests.layouts[index]
        let text = Array((layout.first + layout.entries.joined(separator: ",\n") + layout.last).utf8)
        let whole = try HTTPArchiveDamageTests.sound(layout)
        let ends = whole.map { exchange in exchange.source.start.byte + exchange.source.bytes.count }
        for count in stride(from: layout.first.utf8.count, to: text.count - layout.last.utf8.count + 1, by: 2) {
            let (found, facts) = try Reading.capture(Array(text[..<count]), as: .httpArchive)
            let expected = ends.count { end in end <= count }
            #expect(found.prefix(expected).map(Reading.meaning) == whole.prefix(expected).map(Reading.meaning))
            #expect((expected...expected + 1).contains(found.count))
            #expect(facts.defects.map(\.id) == ["har.truncated"])
        }
    }

    @Test("damage in each of many entries takes linear time, and a step of memory", arguments: ["}", "\"", "]"])
    func linear(lost: Character) throws {
        let entry = HTTPArchiveDamageTests.entry(1)
        let damaged = String(entry[..<(entry.lastIndex(of: lost) ?? entry.endIndex)])
        let text = "{\"log\":{\"entries\":[" + Array(repeating: damaged, count: 500).joined(separator: ",") + "]}}"
        var reader = try CaptureReader(reading: MemorySource(Array(text.utf8)), as: .httpArchive, step: 1_000)
        var count = 0
        while let exchange = try reader.next() {
            count += 1
            #expect(exchange.source.bytes.count <= entry.utf8.count)
        }
        #expect(count == 500)
    }
}
