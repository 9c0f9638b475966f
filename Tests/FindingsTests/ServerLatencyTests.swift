import Findings
import Testing

@Suite struct ServerLatencyTests {
    private func latency(date: String, createTime: String) throws -> ServerLatency? {
        let capture = Sample.call(
            responseHeaders: "Date: \(date)\n", "{\"candidates\": [], \"createTime\": \"\(createTime)\"}")
        return try Sample.exchanges(Array(capture.utf8)).first?.serverLatency
    }

    @Test("it is the time from the back end's clock to the front end's, rounded to the millisecond")
    func rounded() throws {
        let latency = try latency(date: "Wed, 01 Jan 2025 00:00:03 GMT", createTime: "2025-01-01T00:00:00.000500Z")
        #expect(latency?.milliseconds == 3_000)
        #expect(latency?.words == "createTime 00:00:00.000 to Date 00:00:03, Date has 1 s steps")
    }

    @Test("clocks that contradict each other, or that cannot be read, tell nothing")
    func unknown() throws {
        #expect(try latency(date: "Wed, 01 Jan 2025 00:00:00 GMT", createTime: "2025-01-01T00:00:00.5Z") == nil)
        #expect(try latency(date: "yesterday", createTime: "2025-01-01T00:00:00.5Z") == nil)
        #expect(try latency(date: "Wed, 01 Jan 2025 00:00:00 GMT", createTime: "today") == nil)
    }
}
