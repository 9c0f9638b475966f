import CaptureReading
import TestSupport
import Testing

@Suite struct CaptureReaderTests {
    @Test("an empty input is refused")
    func empty() {
        #expect(throws: CaptureError.empty) { try CaptureReader(reading: MemorySource([])) }
    }

    @Test("an empty input that is named an event stream is one with no events")
    func emptyStream() throws {
        let exchanges = try Reading.exchanges("", as: .eventStream)
        #expect(exchanges.count == 1)
        #expect(exchanges.first?.response?.body?.bytes == [])
        #expect(exchanges.first?.response?.body?.place == Place(byte: 0))
    }

    @Test(
        "an empty input that is named a list of messages has none",
        arguments: [
            .httpMessage, .headersPane, .curlTrace, .curlVerbose, .copyAsCurl, .copyAsPowerShell, .claudeTap,
            .claudeTrace,
        ] as [CaptureFormatID])
    func emptyList(format: CaptureFormatID) throws {
        #expect(try Reading.exchanges("", as: format).isEmpty)
        #expect(try Reading.exchanges("\n\r\n\n", as: format).isEmpty)
    }

    @Test("a format that nobody knows is refused with those that are known")
    func unknownFormat() {
        #expect(
            throws: CaptureError.unknownFormat(
                asked: "nonsense",
                known: [
                    "aws-event-stream", "claude-tap", "claude-trace", "copy-as-curl", "copy-as-powershell",
                    "curl-trace",
                    "curl-verbose",
                    "event-stream", "har",
                    "headers-pane", "http-message", "json", "json-lines",
                ])
        ) {
            try CaptureReader(reading: MemorySource([1]), as: CaptureFormatID(rawValue: "nonsense"))
        }
    }

    @Test(
        "text in UTF-32 is refused by name",
        arguments: [
            ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
        ] as [([UInt8], String)])
    func wideEncodings(bytes: [UInt8], name: String) throws {
        #expect(throws: CaptureError.unsupportedEncoding(found: name)) {
            try CaptureReader(reading: MemorySource(bytes))
        }
        #expect(try Reading.exchanges(bytes, as: .json).count == 1)
    }

    @Test("what no format claims is refused without being repeated")
    func unrecognised() {
        #expect(throws: CaptureError.unrecognised(isText: true, byteCount: 11)) {
            try CaptureReader(reading: MemorySource(Array("Hello there".utf8)))
        }
        #expect(throws: CaptureError.unrecognised(isText: false, byteCount: 3)) {
            try CaptureReader(reading: MemorySource([0x50, 0x4B, 0x03]))
        }
    }

    /// The formats whose exchanges are all that a capture holds; between the entries of an archive or a log there is more.
    private static let contiguous = CaptureFormatCatalog.names.filter { format in
        ![.httpArchive, .claudeTap, .claudeTrace].contains(format)
    }

    @Test("a named format is never refused for what is in the input", arguments: contiguous)
    func forced(format: CaptureFormatID) throws {
        var random = SplitMix(seed: 1)
        let noise = (0..<2000).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let (exchanges, facts) = try Reading.capture(noise, as: format)
        let isBare = [.awsEventStream, .eventStream, .json, .jsonLines].contains(format)
        #expect(exchanges.map(\.source.bytes.count) == (isBare ? [noise.count] : []))
        #expect(facts.defects.map(\.id) == (isBare ? [] : ["\(format).stray-content"]))
        #expect(facts.byteCount == noise.count)
    }

    @Test("exchanges are numbered, and the facts of the capture grow with them")
    func facts() throws {
        let bytes = Array(Samples.messages.utf8)
        var reader = try CaptureReader(reading: MemorySource(bytes))
        #expect(reader.format == .httpMessage)
        #expect(reader.capture.format == .httpMessage)
        #expect(try reader.next()?.number == 1)
        #expect(try reader.next()?.number == 2)
        #expect(try reader.next() == nil)
        #expect(try reader.next() == nil)
        #expect(reader.capture.byteCount == bytes.count)
        #expect(reader.capture.defects.isEmpty)
    }

    @Test("a source that fails in the middle of an exchange is an error, not a short exchange")
    func failure() throws {
        let failure = CaptureError.unreadable(reason: "connection lost")
        let bytes = Array("data: 1\n\n".utf8) + [UInt8](repeating: 0x20, count: CaptureReader.headSize)
        var reader = try CaptureReader(reading: TrickleSource(bytes, portion: 999, failingWith: failure))
        #expect(throws: failure) { try reader.next() }
    }

    @Test("every prefix of every sample is read without loss", arguments: Samples.all.map(\.text))
    func prefixes(text: String) throws {
        let bytes = Array(text.utf8)
        for count in Thinning.cases(0..<bytes.count + 1) {
            for format in CaptureReaderTests.contiguous {
                guard try Reading.isLossless(Array(bytes.prefix(count)), as: format) else {
                    Issue.record("\(format) does not read \(count) bytes without loss")
                    return
                }
            }
        }
    }

    @Test("steps of any size load the same exchanges", arguments: Samples.all)
    func steps(text: String, format: String) throws {
        let format = CaptureFormatID(rawValue: format)
        let bytes = Array(text.utf8)
        let whole = try Reading.exchanges(bytes, as: format).map(Reading.description)
        #expect(!whole.isEmpty)
        for step in Array(1...20) + [64, 500] {
            #expect(try Reading.exchanges(bytes, as: format, step: step).map(Reading.description) == whole)
        }
        #expect(
            try Reading.exchanges(from: TrickleSource(bytes), as: format, step: 11).map(Reading.description) == whole)
    }

    @Test("a byte order mark moves places and nothing else", arguments: Samples.all.map(\.text))
    func byteOrderMark(text: String) throws {
        let plain = try Reading.exchanges(text)
        let marked = try Reading.exchanges("\u{FEFF}" + text)
        #expect(plain.count == marked.count)
        for (plain, marked) in zip(plain, marked) {
            #expect(Reading.meaning(marked).replacing("\u{FEFF}", with: "") == Reading.meaning(plain))
            let moved = marked.response?.body.map { body in
                body.place.byte + (body.bytes.starts(with: [0xEF, 0xBB]) ? 3 : 0)
            }
            #expect(moved == plain.response?.body.map { body in body.place.byte + 3 })
        }
    }
}
