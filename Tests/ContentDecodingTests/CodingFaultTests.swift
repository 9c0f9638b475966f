import ContentDecoding
import Testing

@Suite struct CodingFaultTests {
    private func outcome(_ coding: any ContentCoding, _ coded: [UInt8]) -> DecodingOutcome {
        DecodingChain([coding]).decode(coded[...])
    }

    private func kind(_ coding: any ContentCoding, _ coded: [UInt8]) -> CodingFault.Kind? {
        outcome(coding, coded).failure?.fault.kind
    }

    /// Some bytes with one of them replaced; counted from the end where the index is negative.
    private func replacing(_ index: Int, in bytes: [UInt8], by byte: UInt8) -> [UInt8] {
        var bytes = bytes
        bytes[index < 0 ? bytes.count + index : index] = byte
        return bytes
    }

    @Test("a checksum or a size that does not fit loses nothing")
    func checksums() {
        for index in [-1, -5] {
            let damaged = outcome(Gzip(), replacing(index, in: CodedText.gzip, by: 0x7F))
            #expect(damaged.failure?.fault.kind == .checksum)
            #expect(damaged.bytes == CodedText.text)
        }
        #expect(kind(Deflate(), replacing(-1, in: CodedText.zlib, by: 0)) == .checksum)
        #expect(kind(Zstandard(), replacing(-1, in: CodedText.zstandard, by: 0x7F)) == .checksum)
    }

    @Test("a header that is none says so")
    func headers() {
        #expect(kind(Gzip(), replacing(2, in: CodedText.gzip, by: 7)) == .corruptHeader)
        #expect(kind(Gzip(), replacing(3, in: CodedText.gzip, by: 0xE0)) == .corruptHeader)
        #expect(kind(Gzip(), CodedText.text) == .corruptHeader)
        #expect(kind(Zstandard(), CodedText.text) == .corruptHeader)
        #expect(kind(Zstandard(), [0x24, 0xB5, 0x2F, 0xFD, 0, 0, 0, 0]) == .unsupported)
    }

    @Test("data that need a dictionary say so, and which where that is known")
    func dictionaries() throws {
        #expect(kind(Deflate(), [0x78, 0xBB, 1, 2, 3, 4, 5]) == .dictionaryRequired)
        let hash = (0..<32).map { index in UInt8(index) }
        let zstandard = outcome(DictionaryZstandard(), [0x5E, 0x2A, 0x4D, 0x18, 0x20, 0, 0, 0] + hash + [1])
        let fault = try #require(zstandard.failure?.fault)
        #expect(fault.kind == .dictionaryRequired)
        #expect(fault.message.hasSuffix("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"))
        #expect(kind(DictionaryBrotli(), [0xFF, 0x44, 0x43, 0x42]) == .dictionaryRequired)
    }

    @Test("what stands behind the end is left out, and noted")
    func trailing() {
        let samples: [(any ContentCoding, [UInt8])] = [
            (Gzip(), CodedText.gzip), (Deflate(), CodedText.zlib), (Brotli(), CodedText.brotli),
            (Zstandard(), CodedText.zstandard), (Chunked(), CodedText.chunked),
        ]
        for (coding, coded) in samples {
            for tail in [[0], [0x1F], [0x1F, 0x8B, 1, 2], Array("more".utf8)] as [[UInt8]] {
                let outcome = outcome(coding, coded + tail)
                #expect(outcome.bytes == CodedText.text, "\(coding.name) \(tail)")
                let isNoted = outcome.notes.map(\.note) == [.trailingData]
                #expect(isNoted || outcome.failure != nil, "\(coding.name) \(tail)")
            }
        }
    }

    @Test("a frame of an old format is noted, or not read")
    func oldFormat() {
        let outcome = outcome(Zstandard(), CodedText.oldZstandard)
        let isRead = outcome.bytes == CodedText.text && outcome.notes.map(\.note) == [.legacyFormat]
        #expect(isRead || outcome.failure?.fault.kind == .unsupported)
    }

    @Test("bytes behind the last frame that can begin none are noted, those that can are a frame that is cut")
    func restOfZstandard() {
        for (tail, kind) in [([0x00], nil), ([0x28, 0xB5], .truncated), ([0x28, 0xB4, 0x00, 0x00], nil)]
            as [([UInt8], CodingFault.Kind?)]
        {
            let outcome = outcome(Zstandard(), CodedText.zstandard + tail)
            #expect(outcome.bytes == CodedText.text)
            #expect(outcome.failure?.fault.kind == kind)
            #expect(outcome.notes.map(\.note) == (kind == nil ? [.trailingData] : []))
        }
    }

    @Test("members and frames follow each other")
    func members() {
        let twice = CodedText.text + CodedText.text
        #expect(outcome(Gzip(), CodedText.gzip + CodedText.gzipWithFields).bytes == twice)
        #expect(outcome(Zstandard(), CodedText.zstandard + CodedText.skippable + CodedText.zstandard).bytes == twice)
        #expect(outcome(Zstandard(), CodedText.skippable).isClean)
        var limits = DecodingLimits()
        limits.members = 3
        for (coding, coded) in [(Gzip(), CodedText.gzip), (Zstandard(), CodedText.zstandard)]
            as [(any ContentCoding, [UInt8])]
        {
            let many = Array(repeating: coded, count: 9).flatMap { member in member }
            let outcome = DecodingChain([coding], limits: limits).decode(many[...])
            #expect(outcome.failure?.fault.kind == .absoluteLimit)
            #expect(outcome.bytes.count < 6 * CodedText.text.count)
        }
    }

    @Test("deflate that only looks like the zlib format is decoded from its first byte")
    func rawDeflate() {
        #expect(outcome(Deflate(), CodedText.deflate).bytes == CodedText.text)
        #expect(outcome(Deflate(), CodedText.deflateLikeZlib).bytes == CodedText.textsBefore + CodedText.text)
    }

    @Test(
        "chunks that are none say so, and keep what came before",
        arguments: [
            ("5\r\nhello\r\nzz\r\nworld\r\n0\r\n\r\n", "hello", CodingFault.Kind.badChunk, 10),
            ("+5\r\nhello\r\n0\r\n\r\n", "", .badChunk, 0), ("-5\r\nhello\r\n0\r\n\r\n", "", .badChunk, 0),
            ("FFFFFFFFFFFFFFFFF\r\nhello\r\n", "", .badChunk, 0), ("1_0\r\nhello\r\n", "", .badChunk, 0),
            ("\r\n", "", .badChunk, 0), ("3\r\nhello\r\n0\r\n\r\n", "hel", .badChunk, 6),
            ("5\r\nhello5\r\nworld\r\n0\r\n\r\n", "hello", .badChunk, 8),
            ("0\r\nno trailer\r\n\r\n", "", .badChunk, 3), ("5\r\nhel", "hel", .truncated, 6),
            ("5\r\nhello\r\n", "hello", .truncated, 10), ("FFFFFFFF\r\nhello", "hello", .truncated, 15),
        ])
    func chunks(coded: String, text: String, kind: CodingFault.Kind, offset: Int) {
        let outcome = outcome(Chunked(), Array(coded.utf8))
        #expect(outcome.bytes == Array(text.utf8))
        #expect(outcome.failure?.fault.kind == kind)
        #expect(outcome.failure?.offset == offset)
    }

    @Test(
        "framing that only some allow is noted",
        arguments: [
            ("5\nhello\n0\n\n", [CodingNote.nonstandardFraming]), ("5\t\r\nhello\r\n0\r\n\r\n", [.nonstandardFraming]),
            ("5 ; a = b\r\nhello\r\n0\r\nx: y\r\n\r\n", []), ("5\r\nhello\r\n0", [.truncated]),
            ("005\r\nhello\r\n000;x\r\na: b\r\n", [.truncated]),
        ])
    func framing(coded: String, notes: [CodingNote]) {
        let outcome = outcome(Chunked(), Array(coded.utf8))
        #expect(outcome.bytes == Array("hello".utf8))
        #expect(outcome.failure == nil)
        #expect(outcome.notes.map(\.note) == notes)
    }
}
