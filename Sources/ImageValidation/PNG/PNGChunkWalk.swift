internal import ByteCoding

/// Goes from chunk to chunk, checks what holds for all of them, and finds the way again where it was lost.
///
/// PNG, 3rd edition, §5.3 to §5.5, §13.1
struct PNGChunkWalk {
    private let image: ArraySlice<UInt8>
    private var position: Int
    private var isOver = false

    /// The bytes whose checksum may still be computed while the way is searched: an image made to look like chunks
    /// at every byte costs no more than a few readings.
    private var searchAllowance: Int

    /// The length, the type and the checksum of a chunk.
    private static let frameSize = 12

    /// Starts at an offset of the image.
    init(_ image: ArraySlice<UInt8>, from offset: Int) {
        self.image = image
        position = offset
        searchAllowance = 4 * image.count
    }

    /// Where the chunk that comes next begins.
    var offset: Int { position }

    /// The next chunk, or nil behind the last one.
    mutating func next(_ log: inout DefectLog) -> PNGChunk? {
        while !isOver, position < image.count {
            guard image.count - position >= 8 else {
                log.add(
                    .chunkCut, at: position, expected: "8 bytes of a chunk's length and type",
                    found: "\(image.count - position) bytes, then the end of the data")
                break
            }
            if let chunk = readChunk(&log) { return chunk }
        }
        isOver = true
        return nil
    }

    /// Ends the walk: what follows is no part of the datastream.
    mutating func end() { isOver = true }

    /// Reads the chunk at the position; nil where there is none, and the position is behind the gap then.
    private mutating func readChunk(_ log: inout DefectLog) -> PNGChunk? {
        let begin = position
        let length = image.big32(begin)
        let type = ChunkType(image, at: begin + 4)
        guard type.isLetters else {
            // Outside the call: of a breach that is only counted the words are not made.
            let way = resynchronise(behind: begin)
            log.add(
                .chunkType, part: "\(type)", at: begin, expected: "a chunk type of four letters", found: "\(type)",
                note: way)
            return nil
        }
        guard length <= ImageHeader.largest else {
            let way = resynchronise(behind: begin)
            log.add(
                .chunkLength, part: "\(type)", at: begin, expected: "a length of at most 2147483647",
                found: "\(length)", note: way)
            return nil
        }
        let data = image.part(begin + 8, length)
        guard image.count - begin - PNGChunkWalk.frameSize >= length else { return cut(type, length, data, &log) }
        position = begin + PNGChunkWalk.frameSize + length
        let stored = UInt32(image.big32(begin + 8 + length))
        let computed = PNGChunkWalk.checksum(of: image.part(begin + 4, length + 4))
        if stored != computed {
            log.add(
                type.isCritical ? .chunkChecksum : .ancillaryChecksum, part: "\(type)", at: begin,
                expected: "the CRC \(computed.spelled)", found: stored.spelled)
        }
        return PNGChunk(type: type, offset: begin, data: data, isCut: false, isChecked: stored == computed)
    }

    /// A chunk that goes beyond the end of the data, or says so: where others follow, its length is wrong.
    private mutating func cut(
        _ type: ChunkType, _ length: Int, _ data: ArraySlice<UInt8>, _ log: inout DefectLog
    ) -> PNGChunk {
        let begin = position
        let next = search(from: begin + 8, trusting: false)
        let data = next.map { next in data.prefix(max(0, next - begin - 8 - 4)) } ?? data
        position = next ?? image.count
        log.add(
            .chunkCut, part: "\(type)", at: begin, expected: "\(length) bytes of data and 4 of a CRC",
            found: "\(image.count - begin - 8) bytes",
            note: next.map { next in "another chunk begins at byte \(next): the length is wrong" })
        return PNGChunk(type: type, offset: begin, data: data, isCut: true, isChecked: false)
    }

    /// Goes to the next plausible chunk; says how far away that is.
    private mutating func resynchronise(behind begin: Int) -> String {
        if let next = search(from: begin + 1, trusting: true) {
            position = next
            return "the walk goes on at byte \(next), \(next - begin) bytes later"
        }
        position = image.count
        return "no other chunk follows"
    }

    /// The offset of the next chunk whose checksum is right; where types are trusted, also of one that is called like
    /// image data and fits, or like the end.
    private mutating func search(from offset: Int, trusting: Bool) -> Int? {
        var offset = offset
        while image.count - offset >= PNGChunkWalk.frameSize {
            defer { offset += 1 }
            guard image.byte(offset + 4).isLetter, image.byte(offset) < 0x80 else { continue }
            let type = ChunkType(image, at: offset + 4)
            let length = image.big32(offset)
            guard type.isLetters, length <= image.count - offset - PNGChunkWalk.frameSize else { continue }
            if trusting, type == "IDAT" || type == "IEND" && length == 0 { return offset }
            guard searchAllowance >= length + 4 else { continue }
            searchAllowance -= length + 4
            let stored = UInt32(image.big32(offset + 8 + length))
            if PNGChunkWalk.checksum(of: image.part(offset + 4, length + 4)) == stored { return offset }
        }
        return nil
    }

    private static func checksum(of bytes: ArraySlice<UInt8>) -> UInt32 {
        var crc = CRC32()
        crc.update(bytes)
        return crc.value
    }
}
