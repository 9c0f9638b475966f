import CaptureReading
import FuzzSupport

/// Reads the input as a paste of a headers pane: at once, in pieces, and by a format of its own choosing.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe FuzzInput(start, count)
    let whole = Reading(of: MemorySource(input.bytes), step: CaptureWindow.defaultStep)
    let portion = Int(input.seed % 7) + 1
    let pieces = Reading(of: TrickleSource(input.bytes, portion: portion), step: portion)
    claim("a capture in memory is read to its end", whole.byteCount == count && pieces.byteCount == count)
    claim("pieces give as many exchanges", whole.exchanges.count == pieces.exchanges.count)
    for (one, other) in zip(whole.exchanges, pieces.exchanges) { checkSameness(of: one, and: other) }
    checkPlaces(of: whole.exchanges, in: input.bytes)
    if var reader = try? CaptureReader(reading: MemorySource(input.bytes)) {
        while (try? reader.next()) != nil {}
    }
    return 0
}

/// All that a reader gives.
private struct Reading {
    var exchanges: [Exchange] = []
    var byteCount = 0

    /// Reads a source, which never fails.
    init(of source: any ByteSource, step: Int) {
        do {
            let format = CaptureFormatID(rawValue: "headers-pane")
            var reader = try CaptureReader(reading: source, as: format, step: step)
            while let exchange = try reader.next() { exchanges.append(exchange) }
            byteCount = reader.capture.byteCount
        } catch {
            claim("a format that is named refuses nothing: \(error)", false)
        }
    }
}

/// Hands out a few bytes at a time, as a pipe may.
private struct TrickleSource: ByteSource {
    private var rest: ArraySlice<UInt8>
    private let portion: Int

    init(_ bytes: [UInt8], portion: Int) {
        rest = bytes[...]
        self.portion = portion
    }

    mutating func read(upTo count: Int, into buffer: inout [UInt8]) -> Int {
        let piece = rest.prefix(min(count, portion))
        buffer.append(contentsOf: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
    }
}

/// Two readings of an exchange say the same, with the same places.
private func checkSameness(of one: Exchange, and other: Exchange) {
    claim("numbers stay", one.number == other.number)
    claim("an exchange takes the same bytes", one.source.bytes == other.source.bytes)
    claim("an exchange begins at the same place", one.source.start == other.source.start)
    claim("defects stay", one.defects == other.defects)
    claim("sides stay", (one.request == nil) == (other.request == nil))
    claim("sides stay", (one.response == nil) == (other.response == nil))
    if let left = one.request, let right = other.request {
        claim("a target stays", left.target == right.target && left.targetPlace == right.targetPlace)
        claim("a method stays", left.method == right.method && left.httpVersion == right.httpVersion)
        claim("request headers stay", left.fields == right.fields && left.place == right.place)
        checkSameness(of: left.body, and: right.body)
    }
    if let left = one.response, let right = other.response {
        claim("a status stays", left.status == right.status && left.reason == right.reason)
        claim("response headers stay", left.fields == right.fields && left.place == right.place)
        checkSameness(of: left.body, and: right.body)
    }
}

private func checkSameness(of one: Body?, and other: Body?) {
    claim("a body stays", one?.bytes == other?.bytes && one?.place == other?.place)
    claim("a body is cut or is not", one?.isTruncated == other?.isTruncated)
}

/// Exchanges follow one another, and what they hold stands where they say.
private func checkPlaces(of exchanges: [Exchange], in capture: [UInt8]) {
    var end = 0
    for (index, exchange) in exchanges.enumerated() {
        claim("exchanges are numbered from 1", exchange.number == index + 1)
        let first = exchange.source.start.byte
        claim("an exchange begins behind the one before", first >= end)
        end = first + exchange.source.bytes.count
        claim("an exchange lies in the capture", end <= capture.count)
        claim("an exchange's bytes are the capture's", capture[first..<end] == exchange.source.bytes)
        for body in [exchange.request?.body, exchange.response?.body].compactMap({ body in body }) {
            let place = body.place.byte
            claim("a body lies in its exchange", place >= first && place + body.bytes.count <= end)
            claim("a body's bytes stand at its place", capture[place..<place + body.bytes.count] == body.bytes)
        }
        let fields = [exchange.request?.fields, exchange.response?.fields].compactMap { fields in fields }.joined()
        let places = fields.map(\.place.byte) + exchange.defects.map(\.place.byte)
        claim("whatever is told stands in the exchange", places.allSatisfy((first...end).contains))
        let lines = LineTable(exchange.source)
        claim(
            "every place has a line", places.allSatisfy { byte in lines.location(of: Place(byte: byte)).byte == byte })
    }
}
