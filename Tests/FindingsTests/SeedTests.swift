import CaptureReading
import Findings
import TestSupport
import Testing

@Suite(.enabled(if: Checkout.hasCorpora, "no ../shared/corpus beside the checkout"))
struct SeedTests {
    private let exchange: InspectedExchange

    init() throws {
        let exchanges = try Sample.exchanges(Checkout.seed())
        try #require(exchanges.count == 1)
        exchange = exchanges[0]
    }

    @Test("these rules fire, and no other")
    func rules() {
        let expected: Set = [
            "SEC001", "SEC007", "SEC008", "SEC012", "HST001", "HST002", "HST003", "HST005", "HST006", "SAF001",
            "SAF002", "SAF003",
            "SAF004", "SAF006", "SAF008", "CFG001", "CFG002", "CFG003", "CFG004", "CFG005", "CFG007", "CAP001",
            "CAP002", "CAP003",
            "CAP004", "CAP005", "CAP007", "CAP008", "HTT001", "HTT002", "HTT003", "HTT004", "HTT005", "SSE004",
            "USE003", "USE005",
            "IMG004", "IMG005",
        ]
        #expect(expected.count == 38)
        #expect(Set(exchange.findings.map(\.rule)).symmetricDifference(expected) == [])
    }

    @Test("so many rules of each severity fire")
    func severities() {
        let severest = Dictionary(
            exchange.findings.map { finding in (finding.rule, finding.severity) }, uniquingKeysWith: max)
        let counts = Dictionary(grouping: severest.values) { severity in severity }.mapValues(\.count)
        #expect(counts == [.high: 5, .medium: 3, .low: 12, .info: 18])
    }

    @Test(
        "a rule fires on these lines with this message",
        arguments: [
            ("SEC001", [38], "API key in clear in x-goog-api-key"),
            ("HST001", [5], "Gemini API path on a host that is not Google's"),
            ("SAF001", [93, 97, 101, 105], "safety threshold OFF"),
            ("SAF002", [109], "safety threshold BLOCK_NONE"),
            ("SAF003", [90], "every category sent is switched off"),
            ("SAF004", [90], "OFF and BLOCK_NONE mixed"),
            ("SAF006", [108], "deprecated safety category CIVIC_INTEGRITY"),
            ("SEC007", [38], "key shape is not a Google key (proxy-issued?)"),
            ("SEC008", [38], "key is made of plain words"),
            ("CAP001", [74, 171], "image data replaced by <png-base64>"),
            ("HST003", [134], "cloudflare in front, colo SYD"),
            ("HST005", [34], "CherryStudio/1.5.9, Electron/37.4.0, google-genai-sdk/1.0.1"),
            ("SEC012", [134], "CF-RAY, NEL, Report-To, server-timing cid"),
            ("HTT005", [152], "cfL4 rtt 6.7 ms, sent 2,210,608, recv 2,196,844"),
            ("CAP004", [1], "no HTTP version, no request time, no timings"),
            ("USE003", [144], "7.6 s from createTime to Date"),
            ("USE005", [171], "tokens an image: 1290 in, 1290 out"),
            ("IMG004", [74], "image resent in history: 99.9 % of body"),
        ])
    func lines(_ rule: String, _ lines: [Int], _ message: String) {
        let findings = exchange.findings.filter { finding in finding.rule == rule }
        #expect(findings.map { finding in finding.place.map { place in exchange.location(of: place).line } } == lines)
        #expect(findings.allSatisfy { finding in finding.message == message }, "\(findings.map(\.message))")
    }

    @Test("the sizes of what was taken out are worked out from the lengths")
    func sizes() {
        let messages = exchange.findings.filter { finding in finding.rule == "CAP008" }.map(\.message)
        #expect(
            messages == [
                "request image was 1,641,628 to 1,641,630 bytes", "response image was about 1,639,231 bytes",
            ])
        let lengths = exchange.findings.filter { finding in finding.rule == "CAP002" }
        #expect(
            lengths.map(\.message) == [
                "Content-Length 2,189,934, captured 1,683", "Content-Length 2,187,172, captured 1,542",
            ])
        #expect(lengths.allSatisfy { finding in finding.severity == .info })
    }

    @Test("what reports take from an inspected exchange is there")
    func facts() {
        #expect(exchange.clients == ["CherryStudio/1.5.9", "google-genai-sdk/1.0.1"])
        #expect(exchange.serverLatency?.milliseconds == 7_639)
        #expect(exchange.serverLatency?.from == "createTime to Date")
        #expect(exchange.serverLatency?.words == "createTime 03:30:02.361 to Date 03:30:10, Date has 1 s steps")
        #expect(exchange.images.map(\.source) == ["prompt/messages/3/parts/1", "answer/messages/0/parts/1"])
        #expect(exchange.images.map(\.estimate?.byteCounts) == [1_641_628...1_641_630, 1_639_231...1_639_231])
    }

    @Test("no message quotes the key, and every one is short")
    func messages() {
        for finding in exchange.findings {
            #expect(!finding.message.contains("sydney"))
            #expect(finding.message.count <= 60, "\(finding.message)")
        }
    }
}
