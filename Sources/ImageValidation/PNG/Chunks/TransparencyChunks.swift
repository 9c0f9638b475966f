extension ChunkDescriptor {
    /// Alphas of palette entries, or the colour that is transparent.
    ///
    /// PNG, 3rd edition, §11.3.1.1
    static let transparency = ChunkDescriptor(type: "tRNS", order: .afterPalette) { chunk, reading in
        guard let header = reading.header, let color = header.color else { return }
        switch color {
        case .gray, .rgb:
            guard reading.hasLength(2 * header.channels, of: chunk, rule: .transparencyLength) else { return }
            reading.checkSamples(of: chunk, header, rule: .transparencyRange)
        case .indexed:
            let entries = reading.paletteSize ?? 256
            if chunk.data.isEmpty {
                reading.tell(.transparencyLength, chunk, expected: "1 to \(entries) alphas", found: "none")
            } else if chunk.data.count > entries {
                reading.tell(
                    .transparencyMany, chunk, expected: "at most one alpha for each of \(entries) palette entries",
                    found: "\(chunk.data.count)")
            }
        default:
            reading.tell(
                .transparencyAlpha, chunk, expected: "no tRNS beside an alpha channel",
                found: "one with colour type \(header.colorType)")
        }
    }

    /// The colour to show behind the image.
    ///
    /// PNG, 3rd edition, §11.3.4.1
    static let background = ChunkDescriptor(type: "bKGD", order: .afterPalette) { chunk, reading in
        guard let header = reading.header, let color = header.color else { return }
        switch color {
        case .indexed:
            guard reading.hasLength(1, of: chunk, rule: .backgroundLength) else { return }
            let index = Int(chunk.data.byte(0))
            guard let entries = reading.paletteSize, index >= entries else { return }
            reading.tell(
                .backgroundIndex, chunk, at: 0, expected: "a palette index below \(entries)", found: "\(index)")
        default:
            let count = color == .gray || color == .grayAlpha ? 2 : 6
            guard reading.hasLength(count, of: chunk, rule: .backgroundLength) else { return }
            reading.checkSamples(of: chunk, header, rule: .backgroundRange)
        }
    }
}

extension PNGReading {
    /// Tells samples of two bytes each that have more bits than the image's.
    fileprivate mutating func checkSamples(of chunk: PNGChunk, _ header: ImageHeader, rule: ImageRule) {
        guard header.isDepthAllowed else { return }
        for offset in stride(from: 0, to: chunk.data.count - 1, by: 2)
        where chunk.data.big16(offset) > header.largestSample {
            tell(
                rule, chunk, at: offset, expected: "a sample of at most \(header.largestSample)",
                found: "\(chunk.data.big16(offset))")
        }
    }
}
