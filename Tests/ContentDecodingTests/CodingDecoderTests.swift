import ContentDecoding
import Testing

/// The contract of decoders, for every coding that has data here.
@Suite struct CodingDecoderTests {
    static let samples = commonSamples + (readsOldFrames ? [("old zstd", Zstandard(), CodedText.oldZstandard)] : [])

    /// Whether the library is built with the formats before 0.8.
    private static let readsOldFrames = DecodingChain([Zstandard()]).decode(CodedText.oldZstandard[...]).failure == nil

    private static let commonSamples: [(String, any ContentCoding, [UInt8])] = [
        ("gzip", Gzip(), CodedText.gzip), ("gzip with all fields", Gzip(), CodedText.gzipWithFields),
        ("zlib", Deflate(), CodedText.zlib), ("deflate", Deflate(.raw), CodedText.deflate),
        ("brotli", Brotli(), CodedText.brotli), ("careful brotli", Brotli(carefulFrom: 0), CodedText.brotli),
        ("zstd", Zstandard(), CodedText.zstandard),
        ("zstd, skippable", Zstandard(), CodedText.skippable + CodedText.zstandard + CodedText.skippable),
        ("chunked", Chunked(), CodedText.chunked),
    ]

    /// What a decoder makes of pieces, written to a buffer of a size.
    private func decode(
        _ coding: any ContentCoding, _ pieces: [ArraySlice<UInt8>], bufferSize: Int
    ) -> (bytes: [UInt8], fault: CodingFault.Kind?) {
        let decoder = coding.makeDecoder(limits: DecodingLimits())
        var buffer: [UInt8] = []
        var bytes: [UInt8] = []
        for piece in pieces {
            var rest = piece
            while true {
                let step = decoder.decode(rest, replacing: &buffer, room: bufferSize)
                #expect(step.produced == buffer.count)
                bytes += buffer
                rest = rest.dropFirst(step.consumed)
                switch step.end {
                case .complete: return (bytes, nil)
                case .fault(let fault): return (bytes, fault.kind)
                case nil: break
                }
                if rest.isEmpty, step.produced < bufferSize { break }
            }
        }
        return (bytes, decoder.finish()?.kind)
    }

    @Test("every sample holds the text", arguments: samples)
    func whole(name: String, coding: any ContentCoding, coded: [UInt8]) {
        let (bytes, fault) = decode(coding, [coded[...]], bufferSize: 1 << 12)
        #expect(bytes == CodedText.text)
        #expect(fault == nil)
    }

    @Test("every split in two gives the same, and so does a byte at a time with a buffer of one", arguments: samples)
    func splits(name: String, coding: any ContentCoding, coded: [UInt8]) {
        for index in coded.indices {
            let (bytes, fault) = decode(coding, [coded[..<index], coded[index...]], bufferSize: 1 << 12)
            #expect(bytes == CodedText.text && fault == nil, "split at \(index)")
        }
        let single = decode(coding, coded.indices.map { index in coded[index...index] }, bufferSize: 1)
        #expect(single.bytes == CodedText.text)
        #expect(single.fault == nil)
    }

    @Test("every prefix gives a beginning of the text, and never a whole one without a word", arguments: samples)
    func prefixes(name: String, coding: any ContentCoding, coded: [UInt8]) {
        for count in coded.indices {
            let (bytes, fault) = decode(coding, [coded[..<count]], bufferSize: 1 << 12)
            #expect(CodedText.text.starts(with: bytes), "prefix of \(count)")
            #expect(fault == .truncated || bytes == CodedText.text || bytes.isEmpty, "prefix of \(count)")
        }
    }

    @Test("where old zstd meets damage it says that it wrote more: nothing of that comes out")
    func damagedOldFrame() {
        let coded: [UInt8] = [
            0x26, 0xB5, 0x2F, 0xFD, 0x00, 0x7A, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x28, 0xB1, 0xFF, 0x00, 0x1F,
            0xFF, 0xFF, 0xFB, 0xFF, 0xFF, 0x7C, 0x5E, 0x5D, 0x5E, 0x7D, 0x5E, 0x22, 0x07,
        ]
        let whole = decode(Zstandard(), [coded[...]], bufferSize: 1 << 12)
        let pieces = decode(Zstandard(), coded.indices.map { index in coded[index...index] }, bufferSize: 61)
        #expect(whole.fault != nil && pieces.fault == whole.fault)
        #expect(pieces.bytes.starts(with: whole.bytes))
    }

    @Test("no damage to a byte makes a decoder trap, loop or lose what came before it", arguments: samples)
    func damage(name: String, coding: any ContentCoding, coded: [UInt8]) {
        for index in coded.indices {
            for bit in 0..<8 {
                var damaged = coded
                damaged[index] ^= 1 << bit
                let whole = decode(coding, [damaged[...]], bufferSize: 1 << 12)
                let pieces = damaged.indices.map { position in damaged[position...position] }
                #expect(decode(coding, pieces, bufferSize: 7).bytes.starts(with: whole.bytes.prefix(1)))
            }
        }
    }
}
