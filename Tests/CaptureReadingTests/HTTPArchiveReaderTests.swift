import CaptureReading
import Testing

@Suite struct HTTPArchiveReaderTests {
    /// The exchanges of an archive with these entries.
    private static func exchanges(_ entries: String) throws -> [Exchange] {
        try Reading.exchanges("{\"log\": {\"entries\": [\(entries)]}}")
    }

    /// The one exchange of an archive with this entry.
    private static func exchange(_ entry: String) throws -> Exchange {
        let exchanges = try exchanges(entry)
        return try #require(exchanges.first)
    }

    @Test("archives one behind the other are read, and told")
    func furtherArchives() throws {
        let archive = "{\"log\": {\"entries\": [{\"request\": {\"url\": \"/a\"}}]}}"
        let (exchanges, facts) = try Reading.capture(Array("\(archive)\n\(archive)\n{}".utf8))
        #expect(exchanges.map(\.number) == [1, 2])
        #expect(exchanges.map(\.request?.target) == ["/a", "/a"])
        #expect(facts.defects.map(\.id) == ["har.further-archive"])
        #expect(facts.defects.map(\.location?.line) == [2])
        let text = try Reading.capture(Array("\(archive) x".utf8)).facts.defects
        #expect(text.map(\.id) == ["har.trailing-content"])
        for call in ["onInputData(\(archive));", "\(archive)\n"] {
            #expect(try Reading.capture(Array(call.utf8)).facts.defects.isEmpty)
        }
    }

    @Test("entries are read with their times, headers in every form, and what failed")
    func entries() throws {
        let (exchanges, facts) = try Reading.capture(Array(Samples.archive.utf8))
        #expect(facts.format == .httpArchive)
        #expect(facts.creator == CaptureProgram(name: "made up", version: "1"))
        #expect(facts.browser == nil)
        #expect(exchanges.map(\.number) == [1, 3])
        #expect(
            exchanges.map(Reading.meaning) == [
                """
                POST https://llm.example/v1/messages?a=é [:authority=llm.example;x-api-key=sk-walk-to-perth] \
                "{\\"say\\": \\"}]\\"}"
                200 OK [content-type=text/event-stream;a=] "data: 1\\n\\n"

                """,
                """
                GET https://llm.example/ [b=1] nil
                0 - [] nil

                """,
            ])
        #expect(exchanges.first?.startedAt?.description == "2025-09-10T03:30:02.361Z")
        #expect(exchanges.map(\.duration) == [12.5, nil])
        #expect(exchanges.map(\.failure) == [nil, "net::ERR_FAILED"])
        #expect(facts.defects.map(\.id) == ["har.entry-not-an-object"])
        #expect(facts.defects.first?.message.contains("an object as entry 2") == true)
    }

    @Test("places are those in the file, through escapes too")
    func places() throws {
        let text = Samples.archive
        let exchange = try #require(try Reading.exchanges(text).first)
        let offset = { (part: String) in text.utf8.count - (text.components(behind: part)).utf8.count }
        #expect(exchange.request?.targetPlace?.byte == offset("\"url\": \""))
        #expect(exchange.request?.fields.first("x-api-key")?.place.byte == offset("\"x-api-key\", \"value\": \""))
        let body = try #require(exchange.request?.body)
        let start = offset("\"application/json\", \"text\": \"")
        #expect(body.place.byte == start)
        // Four of the six characters before it are escaped quotes.
        #expect(body.place(ofByte: 6).byte == start + 8)
        #expect(exchange.source.start.line == 2)
    }

    @Test(
        "only what has no log or no entries is refused, in one sentence that says which",
        arguments: [
            ("[1]", .notObject), ("{}", .noLog), ("{\"log\": [1]}", .logNotObject), ("{\"log\": null}", .logNotObject),
            ("{\"log\": {}}", .noEntries), ("{\"log\": {\"entries\": null}}", .noEntries),
            ("{\"log\": {\"entries\": {}}, \"entries\": []}", .noEntries),
        ] as [(String, HTTPArchiveFault)])
    func refusals(text: String, fault: HTTPArchiveFault) {
        #expect(throws: CaptureError.notArchive(fault)) { try Reading.exchanges(text, as: .httpArchive) }
        #expect(fault.description.hasPrefix("expected "))
    }

    @Test("a fault before the entries is told with its place")
    func syntax() {
        let text = "{\"log\": {\"version\": \"1.2\"\n  x"
        let location = Location(line: 2, column: 3, byte: 28)
        let fault = HTTPArchiveFault.notJSON(
            expected: "a name or a closing brace", found: UInt8(ascii: "x"), at: location)
        #expect(throws: CaptureError.notArchive(fault)) { try Reading.exchanges(text) }
        #expect(fault.description.contains("found \"x\" at line 2, column 3 (byte 28)"))
    }

    @Test(
        "wrappings and odd orders are read",
        arguments: [
            "onInputData({\"log\": {\"entries\": [ENTRY]}});", "  a.b_$ ( {\"log\":{\"entries\":[ENTRY]}} )\n",
            "\u{FEFF}{\"log\": {\"entries\": [ENTRY]}}",
            "\r\n{\"comment\": \"{\", \"log\": {\"pages\": [[]], \"entries\": [ENTRY,]}}",
            "{\"log\": {\"entries\": [], \"entries\": [ENTRY]}}",
            "{\"log\": {\"entries\": null, \"entries\": [ENTRY]}}",
            "{\"a\": 1, \"log\": {\"entries\": [ENTRY], \"version\": \"1.2\", \"creator\": {}, \"pages\": []}}",
            "\u{FEFF}f ([ENTRY])".replacing("[ENTRY]", with: "{\"log\": {\"creator\": 1, \"entries\": [ENTRY]}}"),
            "{\"log\": {\"version\": \"1.2\" \"entries\": [ENTRY]}}",
        ])
    func wrappings(text: String) throws {
        let entry = "{\"request\": {\"method\": \"GET\", \"url\": \"https://a.example/\"}}"
        let exchanges = try Reading.exchanges(text.replacing("ENTRY", with: entry))
        #expect(exchanges.map(\.request?.target) == ["https://a.example/"])
        #expect(exchanges.flatMap(\.defects).isEmpty)
    }

    @Test("an entry that is none keeps its number, and one that is damaged costs no other")
    func badEntries() throws {
        let good = "{\"request\": {\"method\": \"GET\", \"url\": \"/\"}}"
        let (exchanges, facts) = try Reading.capture(
            Array(
                "{\"log\": {\"entries\": [1, \"x\", \(good), {}, {\"request\": {\"url\": \"/b\", x}}, [1, \(good)], \(good)]}}"
                    .utf8))
        #expect(exchanges.map(\.number) == [3, 4, 5, 7])
        #expect(exchanges.map(\.request?.target) == ["/", nil, "/b", "/"])
        #expect(
            exchanges.map { exchange in exchange.defects.map(\.id) } == [
                [], ["har.no-request"], ["har.entry-not-json"], [],
            ])
        #expect(facts.defects.count == 3)
    }

    @Test("a file that is cut gives its whole entries, what there is of the next one, and where it ends")
    func truncated() throws {
        let whole = "{\"request\": {\"url\": \"/a\"}}"
        for cut in [",", ", {\"request\": {\"url\": \"/b\", \"method\": \"G", ", {\"requ", ""] {
            let text = "{\"log\": {\"entries\": [\(whole)\(cut)"
            let (exchanges, facts) = try Reading.capture(Array(text.utf8))
            #expect(exchanges.map(\.request?.target).first == "/a")
            #expect(exchanges.count == (cut.contains("{") ? 2 : 1))
            #expect(facts.defects.map(\.id) == ["har.truncated"])
            #expect(facts.defects.first?.location?.byte == text.utf8.count)
        }
    }

    @Test(
        "a header may be an object, a pair, a list or several lines in one",
        arguments: [
            ("[{\"name\": \"A\", \"value\": \"1\"}, {\"name\": \"a\", \"value\": \"2\"}]", "A=1;a=2", []),
            ("{\"A\": \"1\", \"B\": [\"2\", \"3\"]}", "A=1;B=2;B=3", []),
            ("[[\"A\", \"1\"], [\"B\", 2]]", "A=1;B=2", []),
            ("[{\"name\": \"A\", \"value\": \"1\\n 2\"}]", "A=1;A=2", []), ("[{\"name\": \"A\"}]", "A=", []),
            ("null", "", []), ("[{\"name\": \"A\", \"value\": true}]", "A=true", []),
            ("[{\"name\": \":authority\", \"value\": \"a.example\"}]", ":authority=a.example", []),
            ("[{\"name\": \"A\", \"value\": null}, {\"name\": \"B\", \"value\": [\"1\", null]}]", "A=;B=1;B=", []),
            ("[{\"name\": \"A\", \"value\": \"1\\r\\n2\\n\"}]", "A=1;A=2;A=", []),
            ("[[\"A\", [\"1\", \"2\"]]]", "A=1;A=2", []), ("{}", "", []), ("[[], {}]", "", ["har.header"]),
            ("[1, {\"name\": \"A\", \"value\": \"1\"}]", "A=1", ["har.header"]), ("7", "", ["har.header"]),
        ] as [(String, String, [String])])
    func headers(value: String, expected: String, defects: [String]) throws {
        let exchange = try HTTPArchiveReaderTests.exchange("{\"request\": {\"url\": \"/\", \"headers\": \(value)}}")
        let fields = (exchange.request?.fields ?? FieldLines()).map { line in "\(line.name)=\(line.value)" }
        #expect(fields.joined(separator: ";") == expected)
        #expect(exchange.defects.map(\.id) == defects)
    }

    @Test(
        "numbers are read as recorders write them, and what is none is told",
        arguments: [
            ("200", 200, []), ("200.0", 200, []), ("\"404\"", 404, []), ("-1", -1, []), ("-2", -2, []),
            ("\"-1\"", -1, []), ("\"\"", nil, ["har.status"]), ("0", 0, []), ("null", nil, []),
            ("\"OK\"", nil, ["har.status"]), ("1.5", nil, ["har.status"]), ("1e400", nil, ["har.status"]),
        ] as [(String, Int?, [String])])
    func statuses(value: String, expected: Int?, defects: [String]) throws {
        let exchange = try HTTPArchiveReaderTests.exchange(
            "{\"request\": {\"url\": \"/\"}, \"response\": {\"status\": \(value)}}")
        #expect(exchange.response?.status == expected)
        #expect(exchange.defects.map(\.id) == defects)
    }

    @Test("a missing response, a null method and an empty version are absent")
    func absences() throws {
        let exchange = try HTTPArchiveReaderTests.exchange(
            "{\"request\": {\"url\": \"\", \"method\": null, \"httpVersion\": \"\"}, \"startedDateTime\": \"soon\"}")
        #expect(exchange.response == nil)
        #expect(exchange.request?.method == nil)
        #expect(exchange.request?.httpVersion == nil)
        #expect(exchange.request?.target == nil)
        #expect(exchange.startedAt == nil)
        #expect(exchange.defects.map(\.id) == ["har.date"])
    }

    @Test("a method is what the archive has", arguments: ["(none)", "?", "", "get"])
    func methods(method: String) throws {
        let exchange = try HTTPArchiveReaderTests.exchange("{\"request\": {\"method\": \"\(method)\"}}")
        #expect(exchange.request?.method == method)
        #expect(exchange.defects.isEmpty)
    }

    @Test(
        "a date is read with any fraction and any zone",
        arguments: [
            ("02", 0, 0), ("02.3Z", 300_000, 0), ("02.36Z", 360_000, 0), ("02.361+00:00", 361_000, 0),
            ("02.3612-0000", 361_200, 0), ("02.36122z", 361_220, 0), ("02.361227 +09:30", 361_227, 34_200),
            ("02.3612279+0930", 361_227, 34_200), ("02.36122799-05", 361_227, -18_000),
            ("02,361227999 UTC", 361_227, 0),
            ("02gmt", 0, 0),
        ])
    func dates(end: String, microseconds: Int, zone: Int) throws {
        let exchange = try HTTPArchiveReaderTests.exchange(
            "{\"request\": {}, \"startedDateTime\": \"2025-09-10T03:30:\(end)\"}")
        #expect(exchange.startedAt?.microseconds == (1_757_475_002 - zone) * 1_000_000 + microseconds)
        #expect(exchange.startedAt?.secondsEastOfUTC == zone)
        #expect(exchange.defects.isEmpty)
    }

    @Test(
        "a duration that is none or negative is absent, whatever the timings are",
        arguments: [
            ("null", nil), ("-1", nil), ("\"-1\"", nil), ("\"NaN\"", nil), ("\"\"", nil), ("{}", nil), ("0", 0),
            ("\"12.5\"", 12.5), ("1e3", 1000),
        ] as [(String, Double?)])
    func durations(time: String, expected: Double?) throws {
        for timings in ["null", "{}", "{\"send\": -1, \"wait\": null}", "7"] {
            let exchange = try HTTPArchiveReaderTests.exchange(
                "{\"request\": {}, \"time\": \(time), \"timings\": \(timings)}")
            #expect(exchange.duration == expected)
            #expect(exchange.defects.isEmpty)
        }
        #expect(try HTTPArchiveReaderTests.exchange("{\"request\": {}}").duration == nil)
    }

    @Test("of a large archive no more is in memory than an entry")
    func window() throws {
        let entry = "{\"request\": {\"url\": \"/\(String(repeating: "x", count: 2_000))\"}}"
        let pages = "\"pages\": [\"\(String(repeating: "p", count: 100_000))\"]"
        let text =
            "{\"log\": {\(pages), \"entries\": [" + Array(repeating: entry, count: 100).joined(separator: ",") + "]}}"
        var reader = try CaptureReader(reading: MemorySource(Array(text.utf8)), as: .httpArchive, step: 1_000)
        #expect(reader.capture.byteCount < 103_000)
        var count = 0
        while let exchange = try reader.next() {
            count += 1
            #expect(exchange.source.bytes.count == entry.utf8.count)
        }
        #expect(count == 100)
        #expect(reader.capture.byteCount == text.utf8.count)
    }
}

extension String {
    /// What stands behind the first occurrence of a part.
    fileprivate func components(behind part: String) -> Substring {
        firstRange(of: part).map { range in self[range.upperBound...] } ?? ""
    }
}
