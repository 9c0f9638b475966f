import Findings
import JSONReading
import Reporting
import Testing

@Suite struct CheckJSONTests {
    private func json(_ result: CheckResult, _ threshold: Threshold = .high) throws -> JSONValue {
        try whole(CheckJSON(of: result, threshold: threshold, version: "1").bytes)
    }

    @Test("a result says whether it failed, and why")
    func verdict() throws {
        let result = try CheckFixture.result(policy: CheckFixture.policy("SEC001", "CAP003"))
        let root = try json(result)
        #expect(root["schema"]?.string == "unspool.check/1")
        #expect(root["failed"]?.kind == .true)
        #expect(root["passed"].map(spelled) == #"["CAP003"]"#)
        #expect(root["findings"]?[0]?["at"].map(spelled) == #"{"line":3,"column":17,"byte":83}"#)
        #expect(root["findings"]?[0]?["state"]?.string == "new")
        #expect(root["summary"]?["findings"]?["high"]?.numberLexeme == "1")
        #expect(try json(result, .critical)["failed"]?.kind == .false)
    }

    @Test("every result fits the schema, and every member that is listed is printed")
    func schema() throws {
        let chunked = """
            POST /v1beta/models/m:generateContent HTTP/1.1
            Transfer-Encoding: chunked

            2f
            {"generationConfig": {"temperature": 0.50000000
            2
            }}
            0


            """
        let found = try CheckFixture.result().findings
        var entries = found.prefix(2).map { finding in
            BaselineEntry(
                rule: finding.rule, fingerprint: finding.fingerprint, path: "a.http", reason: "made up", by: "me")
        }
        entries[0].expires = CalendarDay("2026-01-01")
        entries.append(BaselineEntry(rule: "SEC001", fingerprint: "gone", path: "a.http", reason: "x", by: "me"))
        let policy = CheckFixture.policy(accepting: entries, day: "2026-01-02")
        let result = try CheckFixture.result([("a.http", CheckFixture.call), ("b", chunked)], policy: policy)
        var reading = try SchemaReading(.named("check"))
        #expect(reading.faults(in: try json(result)) == [])
        #expect(reading.listed.subtracting(reading.reached).sorted() == [])
    }
}
