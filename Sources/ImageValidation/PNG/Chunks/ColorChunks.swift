extension ChunkDescriptor {
    /// The gamma of the image.
    ///
    /// PNG, 3rd edition, §11.3.2.2
    static let gamma = ChunkDescriptor(type: "gAMA", order: .beforePalette) { chunk, reading in
        guard reading.hasLength(4, of: chunk, rule: .gammaLength) else { return }
        let value = chunk.data.big32(0)
        if reading.colors.gamma == nil { reading.colors.gamma = (chunk, value) }
        if value == 0 {
            reading.tell(.gammaZero, chunk, at: 0, expected: "a gamma above 0", found: "0")
        } else if value > ImageHeader.largest {
            reading.tell(
                .gammaBig, chunk, at: 0, expected: "a number of at most \(ImageHeader.largest)", found: "\(value)")
        } else if !(10_000...500_000).contains(value) {
            reading.tell(
                .gammaOdd, chunk, at: 0, expected: "a gamma between 0.1 and 5, times 100000", found: "\(value)")
        }
    }

    /// The chromaticities of white, red, green and blue.
    ///
    /// PNG, 3rd edition, §11.3.2.1
    static let chromaticities = ChunkDescriptor(type: "cHRM", order: .beforePalette) { chunk, reading in
        guard reading.hasLength(32, of: chunk, rule: .chromaticitiesLength) else { return }
        let values = (0..<8).map { index in chunk.data.big32(4 * index) }
        if reading.colors.chromaticities == nil { reading.colors.chromaticities = (chunk, values) }
        for (index, name) in ["white", "red", "green", "blue"].enumerated() {
            let (x, y) = (values[2 * index], values[2 * index + 1])
            if max(x, y) > ImageHeader.largest {
                reading.tell(
                    .chromaticitiesNegative, chunk, at: 8 * index,
                    expected: "numbers of at most \(ImageHeader.largest) for \(name)", found: "\(x), \(y)",
                    note: "they are negative in a draft of the fourth edition")
            } else if y == 0 || x + y > 100_000 {
                reading.tell(
                    .chromaticitiesOdd, chunk, at: 8 * index,
                    expected: "y above 0 and x + y of at most 100000 for \(name)", found: "x \(x), y \(y)")
            }
        }
    }

    /// How many bits of each sample mean something.
    ///
    /// PNG, 3rd edition, §11.3.2.4
    static let significantBits = ChunkDescriptor(type: "sBIT", order: .beforePalette) { chunk, reading in
        guard let header = reading.header, let color = header.color else { return }
        let count = color == .indexed ? 3 : header.channels
        guard reading.hasLength(count, of: chunk, rule: .significantBitsLength) else { return }
        for (index, bits) in chunk.data.enumerated() where bits == 0 || Int(bits) > header.sampleDepth {
            reading.tell(
                .significantBitsRange, chunk, at: index, expected: "1 to \(header.sampleDepth) significant bits",
                found: "\(bits)")
        }
    }

    /// That the image is in sRGB, and how it is rendered.
    ///
    /// PNG, 3rd edition, §11.3.2.5
    static let standardRGB = ChunkDescriptor(type: "sRGB", order: .beforePalette) { chunk, reading in
        if reading.colors.standardRGB == nil { reading.colors.standardRGB = chunk }
        guard reading.hasLength(1, of: chunk, rule: .standardRGBLength) else { return }
        let intent = chunk.data.byte(0)
        guard intent > 3 else { return }
        reading.tell(.standardRGBIntent, chunk, at: 0, expected: "a rendering intent from 0 to 3", found: "\(intent)")
    }

    /// The colour space by code points of video.
    ///
    /// PNG, 3rd edition, §11.3.2.6; ITU-T H.273
    static let codePoints = ChunkDescriptor(type: "cICP", order: .beforePalette) { chunk, reading in
        reading.colors.codePoints = chunk
        guard reading.hasLength(4, of: chunk, rule: .codePointsLength) else { return }
        let (primaries, transfer, matrix, range) = (
            chunk.data.byte(0), chunk.data.byte(1), chunk.data.byte(2), chunk.data.byte(3)
        )
        if !(primaries == 1 || primaries == 2 || (4...12).contains(primaries) || primaries == 22) {
            reading.tell(
                .codePointsReserved, chunk, at: 0, expected: "colour primaries that have a meaning",
                found: "the reserved code point \(primaries)")
        }
        if !(transfer == 1 || transfer == 2 || (4...18).contains(transfer)) {
            reading.tell(
                .codePointsReserved, chunk, at: 1, expected: "a transfer function that has a meaning",
                found: "the reserved code point \(transfer)")
        }
        if matrix != 0 {
            reading.tell(.codePointsMatrix, chunk, at: 2, expected: "matrix coefficients 0", found: "\(matrix)")
        }
        if range > 1 {
            reading.tell(.codePointsRange, chunk, at: 3, expected: "a full range flag of 0 or 1", found: "\(range)")
        }
    }

    /// The colours and the luminance of the display that the image was made on.
    ///
    /// PNG, 3rd edition, §11.3.2.7
    static let masteringDisplay = ChunkDescriptor(type: "mDCV", order: .beforePalette) { chunk, reading in
        if reading.colors.mastering == nil { reading.colors.mastering = chunk }
        guard reading.hasLength(24, of: chunk, rule: .masteringLength) else { return }
        let (most, least) = (chunk.data.big32(16), chunk.data.big32(20))
        guard most < least else { return }
        reading.tell(
            .masteringLuminance, chunk, at: 16, expected: "a greatest luminance of at least the least, \(least)",
            found: "\(most)")
    }

    /// How bright the content is.
    ///
    /// PNG, 3rd edition, §11.3.2.8
    static let contentLightLevel = ChunkDescriptor(type: "cLLI", order: .beforePalette) { chunk, reading in
        guard reading.hasLength(8, of: chunk, rule: .lightLevelLength) else { return }
        let (content, frame) = (chunk.data.big32(0), chunk.data.big32(4))
        // 0 is an unknown level.
        guard content > 0, frame > content else { return }
        reading.tell(
            .lightLevelOrder, chunk, at: 4, expected: "an average of at most the greatest level, \(content)",
            found: "\(frame)")
    }
}
