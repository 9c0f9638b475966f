extension ChunkDescriptor {
    /// The palette.
    ///
    /// PNG, 3rd edition, §11.2.2
    static let palette = ChunkDescriptor(type: "PLTE") { chunk, reading in
        let size = chunk.data.count / 3
        if !chunk.data.count.isMultiple(of: 3) {
            reading.tell(.paletteThirds, chunk, expected: "3 bytes an entry", found: "\(chunk.data.count) bytes")
        }
        if chunk.data.isEmpty {
            reading.tell(.paletteEmpty, chunk, expected: "1 to 256 entries", found: "none")
        } else if size > 256 {
            reading.tell(.paletteBig, chunk, expected: "1 to 256 entries", found: "\(size)")
        }
        if let header = reading.header {
            if header.color == .gray || header.color == .grayAlpha {
                reading.tell(
                    .paletteGray, chunk, expected: "no palette with colour type \(header.colorType)", found: "one")
            }
            if header.color == .indexed, header.isDepthAllowed, size > header.largestSample + 1, size <= 256 {
                reading.tell(
                    .paletteDepth, chunk, expected: "at most \(header.largestSample + 1) entries for its bit depth",
                    found: "\(size)")
            }
        }
        if reading.paletteSize == nil { reading.paletteSize = size }
    }
}
