import EventStreaming
import FuzzSupport

/// Reads the input as an AWS event stream, whole and in pieces, and claims what the parser promises.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe FuzzInput(start, count)
    let whole = read([input.slice])
    let cut = input.bytes.startIndex + Int(input.seed % UInt64(count + 1))
    let halves = read([input.bytes[..<cut], input.bytes[cut...]])
    claim("two pieces give the same messages", halves.messages == whole.messages && halves.end == whole.end)
    let bytes = read(input.bytes.indices.map { index in input.bytes[index...index] })
    claim("single bytes give the same messages", bytes.messages == whole.messages && bytes.end == whole.end)
    check(whole, count: count)
    return 0
}

/// Messages, faults and the tail cover the stream, and nothing twice.
private func check(_ reading: (messages: [AWSEventMessage], end: AWSEventStreamEnd), count: Int) {
    claim("every message is counted", reading.messages.count == reading.end.messages)
    var ranges = reading.end.faults.map(\.range)
    ranges += reading.messages.map { message in
        message.offset..<message.payloadOffset + message.payload.count + 4
    }
    if let tail = reading.end.incompleteTail { ranges.append(tail) }
    var position = 0
    for range in ranges.sorted(by: { left, right in left.lowerBound < right.lowerBound }) {
        claim("every byte is read once", range.lowerBound == position && !range.isEmpty)
        position = range.upperBound
    }
    claim("all of the stream is read", position == count)
}

/// What the parser makes of pieces.
private func read(_ pieces: [ArraySlice<UInt8>]) -> (messages: [AWSEventMessage], end: AWSEventStreamEnd) {
    var parser = AWSEventStreamParser()
    var messages: [AWSEventMessage] = []
    for piece in pieces { parser.append(piece) { message in messages.append(message) } }
    return (messages, parser.finish())
}
