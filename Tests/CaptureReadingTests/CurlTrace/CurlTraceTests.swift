import CaptureReading
import Testing

@Suite struct CurlTraceTests {
    @Test("bytes are put together from digits, with their places and times")
    func digits() throws {
        let exchanges = try Reading.exchanges(Samples.trace)
        #expect(exchanges.count == 2)
        let first = try #require(exchanges.first)
        #expect(first.request?.method == "GET")
        #expect(first.request?.target == "/")
        #expect(first.request?.body == nil)
        #expect(first.response?.status == 200)
        let coding = try #require(first.response?.fields.first("transfer-encoding"))
        #expect(LineTable(first.source).location(of: coding.place).line == 10)
        let body = try #require(first.response?.body)
        #expect(Reading.text(body.bytes) == "é!")
        #expect(body.layers == [.chunked])
        #expect(body.warnings.isEmpty)
        #expect(!body.isTruncated)
        #expect(LineTable(first.source).location(of: body.place).line == 14)
        #expect(first.duration == 500)
        #expect(first.startedAt == nil)
        #expect(first.defects.isEmpty)
        #expect(exchanges.last?.response == nil)
        #expect(exchanges.last?.duration == nil)
    }

    @Test("characters stand for themselves, line ends are told by offsets, and lost ones by what stands around them")
    func characters() throws {
        let exchange = try #require(try Reading.exchanges(Samples.asciiTrace).first)
        let path = "/v1/messages/" + String(repeating: "a", count: 47)
        #expect(exchange.request?.target == path)
        #expect(exchange.request?.fields.value("host") == "llm.e")
        #expect(exchange.request?.body.map { body in Reading.text(body.bytes) } == #"{"a":1}"#)
        #expect(exchange.request?.body?.warnings == [])
        let body = try #require(exchange.response?.body)
        #expect(Reading.text(body.bytes) == "event: a\ndata: {\"v\": \"1.5\"}\n\n\n\n\n")
        #expect(body.warnings == [.mangledText])
        #expect(exchange.defects.isEmpty)
    }

    @Test("a byte of a body has its own place, between the digits of others")
    func places() throws {
        let text =
            "=> Send header, 18 bytes (0x12)\n" + "0000: 47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 0d 0a ....\n"
            + "0010: 0d 0a\n=> Send data, 3 bytes (0x3)\n0000: 61 62 63\n"
        let exchange = try #require(try Reading.exchanges(text, as: .curlTrace).first)
        let body = try #require(exchange.request?.body)
        #expect(Reading.text(body.bytes) == "abc")
        let bytes = Array(text.utf8)
        #expect((0..<3).map { index in bytes[body.place(ofByte: index).byte + 1] } == Array("123".utf8))
    }

    @Test("a block that is cut or damaged is told, and what is there is read")
    func damage() throws {
        let whole = Samples.trace
        let cut = try Reading.exchanges(whole.replacing("0d 0a          3....!..0....", with: ""))
        #expect(cut.first?.defects.map(\.id) == ["curl-trace.truncated-block"])
        #expect(cut.first?.response?.body?.isTruncated == true)
        #expect(cut.first?.response?.body.map { body in Reading.text(body.bytes) } == "é!")
        let damaged = try Reading.exchanges(whole.replacing("0010: 67 3a", with: "0011: 67 3a"))
        #expect(damaged.first?.defects.map(\.id).contains("curl-trace.damaged-block") == true)
        #expect(damaged.count == 2)
    }

    @Test("ids of transfers are read")
    func transfers() throws {
        let text = Samples.trace.replacing(" => ", with: " [0-0] => ").replacing(" <= ", with: " [0-0] <= ")
        let exchanges = try Reading.exchanges(text)
        #expect(exchanges.first?.response?.status == 200)
        #expect(exchanges.first?.defects.isEmpty == true)
    }

    @Test("a transfer may go on past midnight")
    func midnight() throws {
        let text = Samples.trace.replacing("07:57:17.952353", with: "23:59:59.5").replacing(
            "07:57:18.452353", with: "00:00:00.250000")
        #expect(try Reading.exchanges(text).first?.duration == 750)
    }
}
