import ContentDecoding
import Testing

@Suite struct DecodingChainTests {
    /// Bytes in one chunk.
    private func chunked(_ bytes: [UInt8]) -> [UInt8] {
        Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n0\r\n\r\n".utf8)
    }

    @Test("layers come off from the outermost to the innermost")
    func stacked() {
        let coded = chunked(chunked(CodedText.gzip))
        let outcome = DecodingChain([Chunked(), Chunked(), Gzip()]).decode(coded[...])
        #expect(outcome.bytes == CodedText.text)
        #expect(outcome.isClean)
    }

    @Test("without layers the bytes are what they are")
    func none() {
        #expect(DecodingChain().decode([1, 2]).bytes == [1, 2])
        #expect(DecodingChain().head(of: [1, 2, 3], upTo: 2) == [1, 2])
    }

    @Test("the first fault is told, with its layer, and what is under it goes as far as it can")
    func faults() throws {
        let cut = Array(chunked(CodedText.gzip).dropLast(20))
        let outcome = DecodingChain([Chunked(), Gzip()]).decode(cut[...])
        let failure = try #require(outcome.failure)
        #expect(failure.fault.kind == .truncated)
        #expect(failure.layer == 0)
        #expect(failure.offset == cut.count)
        #expect(CodedText.text.starts(with: outcome.bytes))
        let damaged = DecodingChain([Chunked(), Gzip()]).decode(chunked(Array(CodedText.gzip.dropLast(3)))[...])
        #expect(damaged.failure?.layer == 1)
        #expect(damaged.bytes == CodedText.text)
    }

    @Test("a layer that ends before the one around it is followed to the end of both")
    func trail() {
        let coded = Array(chunked(CodedText.gzip + [0, 0]).dropLast(5))
        let outcome = DecodingChain([Chunked(), Gzip()]).decode(coded[...])
        #expect(outcome.bytes == CodedText.text)
        #expect(outcome.failure?.layer == 0)
        #expect(outcome.notes.map(\.note) == [.trailingData])
        #expect(outcome.notes.map(\.layer) == [1])
    }

    @Test("the size of what comes out is limited, to the byte")
    func size() throws {
        var limits = DecodingLimits()
        for size in [1, 10, CodedText.text.count - 1] {
            limits.bodySize = size
            let outcome = DecodingChain([Gzip()], limits: limits).decode(CodedText.gzip[...])
            #expect(outcome.bytes == Array(CodedText.text.prefix(size)))
            #expect(outcome.failure?.fault.kind == .absoluteLimit)
            #expect(try #require(outcome.failure).fault.message.contains("stopped at \(size) bytes after"))
        }
        limits.bodySize = CodedText.text.count
        #expect(DecodingChain([Gzip()], limits: limits).decode(CodedText.gzip[...]).isClean)
    }

    /// A zstd frame of so many blocks of 128 KiB of one byte each.
    private func bomb(blocks: Int) -> [UInt8] {
        // No checksum, no size; a window of 128 KiB; blocks of one byte that is repeated 0x20000 times.
        var frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x38]
        for index in 1...blocks { frame += [index == blocks ? 0x03 : 0x02, 0x00, 0x10, 0x61] }
        return frame
    }

    @Test("a bomb stops at the floor, and a small one does not")
    func ratio() {
        let outcome = DecodingChain([Zstandard()]).decode(bomb(blocks: 1000)[...])
        #expect(outcome.failure?.fault.kind == .ratioLimit)
        #expect(outcome.bytes.count > 32 << 20)
        #expect(outcome.bytes.count <= 32 << 20 + 1 << 17)
        let small = DecodingChain([Zstandard()]).decode(bomb(blocks: 8)[...])
        #expect(small.isClean)
        #expect(small.bytes.count == 1 << 20)
    }

    @Test("input that nothing comes out of has an end")
    func barren() {
        var limits = DecodingLimits()
        limits.barrenInput = 1000
        let empty = [UInt8](repeating: 0, count: 5)
        let skippable = Array(repeating: [0x50, 0x2A, 0x4D, 0x18, 0, 0, 0, 0] as [UInt8], count: 400).flatMap { $0 }
        let outcome = DecodingChain([Zstandard()], limits: limits).decode((skippable + empty)[...])
        #expect(outcome.failure?.fault.kind == .absoluteLimit)
        #expect(outcome.bytes.isEmpty)
    }

    @Test("a window that clients refuse is noted, one that is too large is refused")
    func windows() {
        let frame: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 0x78, 0x03, 0x00, 0x10, 0x61]
        #expect(DecodingChain([Zstandard()]).decode(frame[...]).notes.map(\.note) == [.windowTooLarge])
        var huge = frame
        huge[5] = 0xFF
        #expect(DecodingChain([Zstandard()]).decode(huge[...]).failure?.fault.kind == .windowTooLarge)
        let content: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0xE0, 0, 0, 0, 0, 0, 0, 0, 0x10, 0x01, 0, 0]
        #expect(DecodingChain([Zstandard()]).decode(content[...]).failure?.fault.kind == .windowTooLarge)
    }

    @Test("bytes that were stored as characters are bytes again")
    func latin1() {
        let stored = String(String.UnicodeScalarView(CodedText.gzip.map { byte in Unicode.Scalar(byte) }))
        let outcome = DecodingChain([Latin1(), Gzip()]).decode(Array(stored.utf8)[...])
        #expect(outcome.bytes == CodedText.text)
        #expect(outcome.isClean)
        #expect(DecodingChain([Latin1()]).decode(Array("a€".utf8)[...]).failure?.fault.kind == .corrupt)
    }
}
