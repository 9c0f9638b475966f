import CaptureReading
import Findings
import Testing

@Suite struct SessionRuleTests {
    /// A call with a response of a status, on a host.
    private func call(_ status: Int, host: String = "api.example", key: String = "sk-walk-to-perth") -> String {
        """
        GET /v1/models HTTP/1.1
        Host: \(host)
        Authorization: Bearer \(key)

        HTTP/1.1 \(status) Reason
        Content-Length: 0


        """
    }

    /// What a rule finds in calls one after the other: the number of the exchange and the message.
    private func found(_ id: String, _ calls: [String]) throws -> [String] {
        let session = RuleCatalog.session.filter { rule in rule.descriptor.id == id }
        let exchanges = try Sample.exchanges(Array(calls.joined().utf8), rules: [], session: session)
        return exchanges.flatMap { exchange in
            exchange.findings.map { finding in "\(exchange.exchange.number) \(finding.message)" }
        }
    }

    @Test("retries are counted, and begin anew after a success")
    func retries() throws {
        let calls = [call(503), call(429), call(200), call(200), call(500), call(404)]
        #expect(
            try found("HTT009", calls) == [
                "2 attempt 2, exchange 1 had status 503", "3 attempt 3, exchange 2 had status 429",
                "6 attempt 2, exchange 5 had status 500",
            ])
    }

    @Test("another host, target or body is another request")
    func otherRequests() throws {
        let other = call(200).replacing("/v1/models", with: "/v1/files")
        #expect(try found("HTT009", [call(503), other, call(200, host: "b.example")]) == [])
    }

    @Test("a credential at two owners' hosts is told once a place, at the second of them")
    func hosts() throws {
        let calls = [
            call(200, host: "api.one.example"), call(200, host: "files.one.example"), call(200, host: "two.test"),
            call(200, host: "127.0.0.1"), call(200, host: "three.test", key: "sk-swim-to-hobart"),
        ]
        #expect(try found("SEC013", calls) == ["3 token sent to two.test was sent to one.example before"])
    }

    @Test("a country's own second level is no owner")
    func countries() throws {
        let calls = [call(200, host: "one.co.uk"), call(200, host: "two.co.uk")]
        #expect(try found("SEC013", calls).count == 1)
    }

    @Test("a session forgets the oldest, and its size stays bounded")
    func bounds() throws {
        let many = (0..<5_000).map { index in call(200, host: "a.test", key: "walk-\(index)-to-perth") }
        let again = ["walk-0-to-perth", "walk-4999-to-perth"].map { key in call(200, host: "b.test", key: key) }
        #expect(try found("SEC013", many + again).map { message in message.prefix(4) } == ["5002"])
    }

    @Test("what is found in a session stands where the catalogue has its rule")
    func order() throws {
        let ids = try Sample.exchanges(Array((call(503) + call(503)).utf8)).last?.findings.map(\.rule) ?? []
        #expect(ids == ids.sorted() && ids.contains("HTT009") && ids.contains("SEC001"))
    }
}
