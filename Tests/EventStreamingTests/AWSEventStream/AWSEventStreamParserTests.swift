import EventStreaming
import TestSupport
import Testing

@Suite("AWS event streams")
struct AWSEventStreamParserTests {
    /// What a stream gives, cut behind these offsets.
    private struct Reading: Equatable {
        var messages: [AWSEventMessage] = []
        var end: AWSEventStreamEnd

        init(_ stream: [UInt8], cutAt cuts: [Int] = []) {
            var parser = AWSEventStreamParser()
            var messages: [AWSEventMessage] = []
            var start = 0
            for cut in cuts + [stream.count] {
                parser.append(stream[start..<cut]) { message in messages.append(message) }
                start = cut
            }
            self.messages = messages
            end = parser.finish()
        }
    }

    private static let stream =
        AWSFrame.event("messageStart", #"{"role":"assistant"}"#) + AWSFrame.event("contentBlockDelta", #"{"a":1}"#)
        + AWSFrame.message(headers: [], payload: [])

    @Test("messages have their headers, their payload and their place")
    func messages() {
        let reading = Reading(Self.stream)
        #expect(reading.messages.map(\.eventType) == ["messageStart", "contentBlockDelta", nil])
        #expect(reading.messages.map(\.messageType) == ["event", "event", nil])
        #expect(
            reading.messages.map { message in String(decoding: message.payload, as: UTF8.self) }
                == [#"{"role":"assistant"}"#, #"{"a":1}"#, ""])
        let first = AWSFrame.event("messageStart", #"{"role":"assistant"}"#).count
        #expect(reading.messages.first?.offset == 0)
        #expect(reading.messages.first?.payloadOffset == first - 4 - 20)
        #expect(reading.messages.dropFirst().first?.offset == first)
        #expect(reading.end == AWSEventStreamEnd(messages: 3, faults: [], incompleteTail: nil))
    }

    @Test("every type of header is read")
    func headers() {
        let sixteen = [UInt8](0..<16)
        let headers =
            AWSFrame.header("t", type: 0, []) + AWSFrame.header("f", type: 1, [])
            + AWSFrame.header("b", type: 2, [0x80])
            + AWSFrame.header("s", type: 3, [0xFF, 0xFE]) + AWSFrame.header("i", type: 4, [0, 1, 0, 0])
            + AWSFrame.header("l", type: 5, [0x80, 0, 0, 0, 0, 0, 0, 1]) + AWSFrame.header("d", type: 6, [0, 2, 9, 8])
            + AWSFrame.text("x", "h\u{E9}") + AWSFrame.header("m", type: 8, [0, 0, 1, 0x8F, 0, 0, 0, 0])
            + AWSFrame.header("u", type: 9, sixteen)
        let values = Reading(AWSFrame.message(headers: headers, payload: [1])).messages.first?.headers.map(\.value)
        #expect(
            values == [
                .bool(true), .bool(false), .int8(-128), .int16(-2), .int32(65536), .int64(.min + 1), .bytes([9, 8]),
                .string("h\u{E9}"), .timestamp(0x18F_0000_0000), .uuid(sixteen),
            ])
    }

    @Test(
        "headers that are cut or of no type are told, and the next message is read",
        arguments: [[5, 1], [1, 65, 10], [1, 65, 7, 0, 9, 1], [1, 65, 9, 1], [1, 65], [0]] as [[UInt8]])
    func brokenHeaders(_ headers: [UInt8]) {
        let broken = AWSFrame.message(headers: headers, payload: [1, 2, 3])
        let reading = Reading(broken + Self.stream)
        #expect(reading.end.faults == [AWSEventStreamFault(kind: .headers, range: 0..<broken.count)])
        #expect(reading.messages.count == 3)
    }

    @Test("every split gives the same, and so does one byte after the other")
    func splits() {
        let damaged = [UInt8]([1, 2, 3]) + Self.stream + [9] + Self.stream
        for stream in [Self.stream, damaged] {
            let whole = Reading(stream)
            for cut in 0...stream.count { #expect(Reading(stream, cutAt: [cut]) == whole, "cut behind \(cut)") }
            #expect(Reading(stream, cutAt: Array(0..<stream.count)) == whole)
        }
    }

    @Test("every beginning gives the messages that are whole, and tells what is left")
    func prefixes() {
        let whole = Reading(Self.stream).messages
        let ends = whole.dropFirst().map(\.offset) + [Self.stream.count]
        for count in 0...Self.stream.count {
            let reading = Reading(Array(Self.stream.prefix(count)))
            let complete = ends.filter { end in end <= count }
            #expect(reading.messages == Array(whole.prefix(complete.count)))
            let start = complete.last ?? 0
            #expect(reading.end.incompleteTail == (start == count ? nil : start..<count))
            #expect(reading.end.faults.isEmpty)
        }
    }

    @Test("every flipped bit is told with its message, and all others are read")
    func flippedBits() {
        let first = AWSFrame.event("a", "{}")
        let stream = first + AWSFrame.event("b", "{}") + AWSFrame.event("c", "{}")
        for bit in 0..<first.count * 8 {
            var damaged = stream
            damaged[bit / 8] ^= 1 << (bit % 8)
            let reading = Reading(damaged)
            #expect(reading.messages.map(\.eventType) == ["b", "c"], "bit \(bit)")
            #expect(reading.end.faults.map(\.range) == [0..<first.count], "bit \(bit)")
            let isPrelude = bit / 8 < 12
            #expect(reading.end.faults.allSatisfy { fault in (fault.kind == .noPrelude) == isPrelude }, "bit \(bit)")
        }
    }

    @Test("lengths that no message can have are no prelude, whatever their checksum says")
    func impossibleLengths() {
        for (length, headers) in [(15, 0), (16, 1), (UInt32.max, 0), (200_000, 140_000), (30 << 20, 0)]
            as [(UInt32, UInt32)]
        {
            let numbers = AWSFrame.bigEndian(length) + AWSFrame.bigEndian(headers)
            let prelude = numbers + AWSFrame.bigEndian(AWSFrame.checksum(of: numbers))
            let reading = Reading(prelude + Self.stream)
            #expect(reading.end.faults == [AWSEventStreamFault(kind: .noPrelude, range: 0..<12)])
            #expect(reading.messages.count == 3)
        }
    }

    @Test("bytes that are no stream are one fault, be they a megabyte")
    func foreignBytes() {
        var numbers = SplitMix(seed: 7)
        let noise = (0..<1 << 20).map { _ in UInt8.random(in: 1...255, using: &numbers) }
        let reading = Reading(noise)
        #expect(reading.messages.isEmpty)
        #expect(reading.end.faults == [AWSEventStreamFault(kind: .noPrelude, range: 0..<noise.count)])
        #expect(reading.end.incompleteTail == nil)
        #expect(Reading([]).end == AWSEventStreamEnd(messages: 0, faults: [], incompleteTail: nil))
    }

    @Test("the class of damage is told in a sentence")
    func descriptions() {
        let checksum = AWSEventStreamFault(kind: .checksum(declared: 255, computed: 16), range: 0..<1)
        #expect("\(checksum)" == "expected a message with the checksum ff, found one that has 10")
        #expect(
            "\(AWSEventStreamFault(kind: .noPrelude, range: 3..<5))"
                == "expected the beginning of a message, found 2 bytes that are none")
    }
}
