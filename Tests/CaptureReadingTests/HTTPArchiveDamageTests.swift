import CaptureReading
import Testing

/// Archives of which one entry is damaged: it costs no other entry, whatever is lost or added in it.
@Suite struct HTTPArchiveDamageTests {
    /// An entry with all that may be damaged: URL, headers, bodies that look like JSON.
    private static func entry(_ number: Int) -> String {
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

    private static func sound(_ layout: (first: String, entries: [String], last: String)) throws -> [String] {
        try Reading.exchanges(layout.first + layout.entries.joined(separator: ",\n") + layout.last).map(Reading.meaning)
    }

    /// Damages the second entry at each byte in one way, and tells where another entry is lost by it.
    private static func losses(_ damage: (inout [UInt8], Int) -> Void) throws -> [String] {
        var losses: [String] = []
        for layout in layouts {
            let sound = try sound(layout)
            for offset in 0..<layout.entries[1].utf8.count {
                var entry = Array(layout.entries[1].utf8)
                damage(&entry, offset)
                let entries = [Array(layout.entries[0].utf8), entry] + layout.entries[2...].map { Array($0.utf8) }
                let text = Array(layout.first.utf8) + entries.joined(separator: ",\n".utf8) + Array(layout.last.utf8)
                let found = try Reading.exchanges(text, as: .httpArchive)
                let others = found.filter { exchange in exchange.number != 2 }
                if others.map(\.number) != [1, 3, 4] || others.map(Reading.meaning) != [sound[0], sound[2], sound[3]] {
                    losses.append("\(offset): \(others.map(\.number)) \(Reading.text(entry.prefix(offset).suffix(40)))")
                }
            }
        }
        return losses
    }

    @Test("a byte that is lost from an entry costs no other", arguments: [1, 9])
    func lost(count: Int) throws {
        let losses = try HTTPArchiveDamageTests.losses { entry, offset in
            entry.removeSubrange(offset..<min(offset + count, entry.count))
        }
        #expect(losses.isEmpty)
    }

    @Test("a byte that is put into an entry costs no other", arguments: Array("\"{}[]\\:\u{0}".utf8))
    func added(byte: UInt8) throws {
        let losses = try HTTPArchiveDamageTests.losses { entry, offset in entry.insert(byte, at: offset) }
        #expect(losses.isEmpty)
    }

    @Test("a byte that is another one costs no other entry", arguments: Array("\"{]".utf8))
    func changed(byte: UInt8) throws {
        let losses = try HTTPArchiveDamageTests.losses { entry, offset in entry[offset] = byte }
        #expect(losses.isEmpty)
    }
}
