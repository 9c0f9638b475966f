import EventStreaming
import FuzzSupport

/// Reads the input as an event stream, whole and in pieces, and claims what the parser promises.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe FuzzInput(start, count)
    let whole = read([input.slice])
    let cut = input.bytes.startIndex + Int(input.seed % UInt64(count + 1))
    let halves = read([input.bytes[..<cut], input.bytes[cut...]])
    claim("two pieces give the same events", halves.events == whole.events && halves.end == whole.end)
    let bytes = read(input.bytes.indices.map { index in input.bytes[index...index] })
    claim("single bytes give the same events", bytes.events == whole.events && bytes.end == whole.end)
    let pulled = pull([input.bytes[..<cut], input.bytes[cut...]])
    claim("events taken one at a time are the same", pulled.events == whole.events && pulled.end == whole.end)
    claim("every event is counted", whole.events.count == whole.end.events)
    for event in whole.events { check(event, of: input.bytes) }
    if let tail = whole.end.incompleteTail {
        claim("the tail stands in the stream", (0...count).contains(tail.offset))
        if let event = tail.foldable { check(event, of: input.bytes) }
    }
    var position = 0
    for run in whole.end.ignoredRuns {
        claim("ignored lines stand in the stream, in order", run.lowerBound >= position && run.upperBound <= count)
        position = run.upperBound
    }
    return 0
}

/// Each byte of an event's data stands in the stream where the event says, but for the LF that joins two lines.
private func check(_ event: ServerSentEvent, of stream: [UInt8]) {
    claim("an event begins in the stream", (0...stream.count).contains(event.offset))
    claim("an event has data lines", !event.dataLines.isEmpty)
    for (index, byte) in event.data.enumerated() {
        let offset = event.streamOffset(ofDataByte: index)
        claim("a byte of data stands in the stream", (event.offset...stream.count).contains(offset))
        claim("it is the byte there", byte == UInt8(ascii: "\n") || stream[offset] == byte)
    }
}

/// What the parser makes of pieces.
private func read(_ pieces: [ArraySlice<UInt8>]) -> (events: [ServerSentEvent], end: EventStreamEnd) {
    var parser = ServerSentEventParser()
    var events: [ServerSentEvent] = []
    for piece in pieces { parser.append(piece) { event in events.append(event) } }
    return (events, parser.finish())
}

/// What the parser makes of pieces of which the events are taken one at a time.
private func pull(_ pieces: [ArraySlice<UInt8>]) -> (events: [ServerSentEvent], end: EventStreamEnd) {
    var parser = ServerSentEventParser()
    var events: [ServerSentEvent] = []
    for var piece in pieces {
        while let (event, rest) = parser.nextEvent(in: piece) {
            events.append(event)
            piece = rest
        }
    }
    return (events, parser.finish())
}
