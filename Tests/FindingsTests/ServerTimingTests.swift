import Findings
import Testing

@Suite struct ServerTimingTests {
    /// The metrics of a header's value in a form that is easy to compare.
    private func metrics(_ value: String) -> [String] {
        ServerTiming.all(in: value).map { metric in
            "\(metric.name)|\(metric.duration ?? "-")|\(metric.description ?? "-")"
        }
    }

    @Test(
        "names, durations and descriptions are read",
        arguments: [
            ("miss", ["miss|-|-"]), ("db;dur=53.2", ["db|53.2|-"]), ("db;dur=53;desc=\"a b\"", ["db|53|a b"]),
            ("a;dur=1,b;dur=2", ["a|1|-", "b|2|-"]), (" a ; DUR = 5 \t, b", ["a|5|-", "b|-|-"]),
            ("a;desc=\"x, y; z\";dur=1", ["a|1|x, y; z"]), ("a;desc=plain", ["a|-|plain"]), ("a;dur", ["a||-"]),
            ("a;dur=1;dur=2", ["a|1|-"]), ("a;other=1", ["a|-|-"]), ("a;desc=\"\"", ["a|-|"]),
        ])
    func read(_ value: String, _ expected: [String]) {
        #expect(metrics(value) == expected)
    }

    @Test(
        "what has no name is left out, and a quote that never closes ends with the header",
        arguments: [
            ("", []), (",,", []), (" , \t", []), (";dur=5", []), ("a;;dur=5;", ["a|5|-"]),
            ("a;desc=\"x, b", ["a|-|\"x, b"]),
            ("a;desc=\"", ["a|-|\""]), ("=", ["=|-|-"]),
        ])
    func odd(_ value: String, _ expected: [String]) {
        #expect(metrics(value) == expected)
    }

    @Test("what a description says like a query is found by its name")
    func items() throws {
        let metric = try #require(ServerTiming.all(in: "cfL4;desc=\"?proto=TCP&rtt=6736&rtt=1&cid=&flag\"").first)
        #expect(metric.item("proto") == "TCP")
        #expect(metric.item("rtt") == "6736")
        #expect(metric.item("cid") == "")
        #expect(metric.item("flag") == nil)
        #expect(metric.item("tt") == nil)
        #expect(ServerTiming.all(in: "a;dur=5").first?.item("dur") == nil)
    }

    @Test("every prefix of a header is read, its whole metrics as they are")
    func prefixes() {
        let whole = "a;dur=1;desc=\"x, y\", b;dur=22, c"
        let all = metrics(whole)
        #expect(all == ["a|1|x, y", "b|22|-", "c|-|-"])
        for end in whole.indices {
            let some = metrics(String(whole[..<end]))
            #expect(some.count <= all.count)
            #expect(all.starts(with: some.dropLast()))
        }
    }
}
