import CaptureReading
import TestSupport
import Testing

@Suite(.enabled(if: Checkout.hasCorpora, "no ../shared/corpus beside the checkout"))
struct SeedTests {
    @Test("the capture is one exchange with all its parts in their places")
    func exchange() throws {
        let exchanges = try Reading.exchanges(try Checkout.seed())
        let exchange = try #require(exchanges.first)
        #expect(exchanges.count == 1)
        let request = try #require(exchange.request)
        let response = try #require(exchange.response)
        let table = LineTable(exchange.source)
        let location = { (place: Place?) in place.map(table.location(of:)) }
        #expect(request.method == nil)
        #expect(request.host == "vertex.yan.today")
        #expect(request.fields.count == 16)
        #expect(location(request.targetPlace) == Location(line: 5, column: 1, byte: 26))
        #expect(location(request.fields.first("x-goog-api-key")?.place)?.line == 38)
        #expect(location(request.body?.place)?.line == 41)
        #expect(request.body?.bytes.count == 1683)
        #expect(response.status == 200)
        #expect(response.reason == "OK")
        #expect(response.fields.count == 16)
        #expect(response.fields.value("content-type") == "text/event-stream")
        #expect(location(response.body?.place)?.line == 163)
        #expect(response.body?.bytes.count == 1542)
        #expect(exchange.defects.map(\.id) == ["headers-pane.unknown-heading"])
        #expect(location(exchange.defects.first?.place)?.line == 124)
    }

    @Test("every event of the answer is ended by its blank line")
    func events() throws {
        let exchange = try #require(try Reading.exchanges(try Checkout.seed()).first)
        let text = Reading.text(try #require(exchange.response?.body).bytes)
        #expect(text.split(separator: "\n\n", omittingEmptySubsequences: true).count == 4)
        #expect(text.hasSuffix("\n\n"))
    }

    @Test("every prefix is read without loss")
    func prefixes() throws {
        let bytes = try Checkout.seed()
        for count in Thinning.cases(0..<bytes.count + 1) {
            let isLossless = try Reading.isLossless(Array(bytes.prefix(count)), as: .headersPane)
            #expect(isLossless, "\(count) bytes")
        }
    }
}
