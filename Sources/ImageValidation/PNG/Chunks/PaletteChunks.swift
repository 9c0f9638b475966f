extension ChunkDescriptor {
    /// How often each entry of the palette is used.
    ///
    /// PNG, 3rd edition, §11.3.4.2
    static let histogram = ChunkDescriptor(type: "hIST", order: .afterPalette) { chunk, reading in
        guard let entries = reading.paletteSize else {
            reading.tell(.histogramNoPalette, chunk, expected: "a palette before hIST", found: "none")
            return
        }
        _ = reading.hasLength(2 * entries, of: chunk, rule: .histogramLength)
    }

    /// A palette for displays that show few colours.
    ///
    /// PNG, 3rd edition, §11.3.4.4
    static let suggestedPalette = ChunkDescriptor(type: "sPLT", isOnce: false, order: .beforeImageData) {
        chunk, reading in
        let name = chunk.data.prefix { byte in byte != 0 }
        reading.checkKeyword(name, of: chunk, prefix: "sPLT")
        guard chunk.data.count > name.count + 1 else {
            reading.tell(.suggestedNul, chunk, expected: "a zero byte and a depth behind the name", found: "the end")
            return
        }
        if !reading.suggestedPalettes.insert(Array(name)).inserted {
            reading.tell(
                .suggestedDuplicate, chunk, expected: "a name that no other suggested palette has",
                found: String(decodingLatin1: name))
        }
        let depth = chunk.data.byte(name.count + 1)
        guard depth == 8 || depth == 16 else {
            reading.tell(
                .suggestedDepth, chunk, at: name.count + 1, expected: "a sample depth of 8 or 16", found: "\(depth)")
            return
        }
        reading.checkEntries(of: chunk, from: name.count + 2, size: depth == 8 ? 6 : 10)
    }
}

extension PNGReading {
    /// The entries of a suggested palette: samples, then a frequency, which never grows from one to the next.
    fileprivate mutating func checkEntries(of chunk: PNGChunk, from offset: Int, size: Int) {
        let entries = chunk.data.part(offset)
        guard entries.count.isMultiple(of: size) else {
            tell(.suggestedLength, chunk, expected: "\(size) bytes an entry", found: "\(entries.count) bytes")
            return
        }
        var last = Int.max
        for begin in stride(from: 0, to: entries.count, by: size) {
            let frequency = entries.big16(begin + size - 2)
            guard frequency <= last else {
                tell(
                    .suggestedSort, chunk, at: offset + begin, expected: "a frequency of at most \(last)",
                    found: "\(frequency)")
                return
            }
            last = frequency
        }
    }
}
