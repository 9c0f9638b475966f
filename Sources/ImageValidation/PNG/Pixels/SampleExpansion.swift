/// Makes samples of eight bits out of the rows of an image.
///
/// PNG, 3rd edition, §7.2, §11.2.1, §11.3.1.1, §13.12
struct SampleExpansion {
    /// The samples that a pixel has afterwards: 1 or 4.
    let channels: Int

    private let color: ImageColor
    private let bitDepth: Int
    private let sourceChannels: Int

    /// Red, green, blue and alpha of each palette entry, one behind the other.
    private var palette: [UInt8] = []

    /// The samples of the colour that is transparent; nil where none is.
    private var transparent: [Int]?

    /// What the chunks say; nil for indices without a palette.
    init?(_ chunks: PixelChunks) {
        guard let color = chunks.header.color else { return nil }
        self.color = color
        bitDepth = Int(chunks.header.bitDepth)
        sourceChannels = chunks.header.channels
        let alphas = chunks.transparency
        if color == .indexed {
            guard chunks.palette.count >= 3 else { return nil }
            for entry in 0..<chunks.palette.count / 3 {
                palette += chunks.palette.part(3 * entry, 3)
                palette.append(entry < alphas.count ? alphas.byte(entry) : 255)
            }
        } else if color == .gray || color == .rgb, alphas.count >= 2 * sourceChannels {
            // Bits that a sample does not have are not looked at.
            transparent = (0..<sourceChannels).map { channel in
                alphas.big16(2 * channel) & chunks.header.largestSample
            }
        }
        channels = color == .gray && transparent == nil ? 1 : 4
    }

    /// Writes the pixels of a row.
    ///
    /// - Parameters:
    ///   - row: the row's bytes, filters undone.
    ///   - width: its pixels.
    ///   - samples: takes the samples.
    ///   - start: where the first pixel goes, counted in pixels.
    ///   - step: how far apart two pixels go, in pixels.
    func expand(_ row: [UInt8], width: Int, into samples: inout [UInt8], from start: Int, by step: Int) {
        var target = start * channels
        for pixel in 0..<width {
            switch color {
            case .gray where transparent == nil: samples[target] = sample(pixel, of: row)
            case .indexed: writeEntry(value(pixel, of: row), to: &samples, at: target)
            case .gray, .grayAlpha:
                let shade = sample(pixel * sourceChannels, of: row)
                for channel in 0..<3 { samples[target + channel] = shade }
                samples[target + 3] = alpha(pixel, of: row)
            case .rgb, .rgba:
                for channel in 0..<3 { samples[target + channel] = sample(pixel * sourceChannels + channel, of: row) }
                samples[target + 3] = alpha(pixel, of: row)
            default: continue
            }
            target += step * channels
        }
    }

    /// An index that the palette does not have is black, as libpng shows it.
    private func writeEntry(_ index: Int, to samples: inout [UInt8], at target: Int) {
        for channel in 0..<4 {
            let position = 4 * index + channel
            samples[target + channel] = position < palette.count ? palette[position] : channel == 3 ? 255 : 0
        }
    }

    private func alpha(_ pixel: Int, of row: [UInt8]) -> UInt8 {
        if color == .grayAlpha || color == .rgba {
            return sample(pixel * sourceChannels + sourceChannels - 1, of: row)
        }
        guard let transparent else { return 255 }
        for channel in 0..<sourceChannels where value(pixel * sourceChannels + channel, of: row) != transparent[channel]
        {
            return 255
        }
        return 0
    }

    /// A sample as the row has it.
    private func value(_ index: Int, of row: [UInt8]) -> Int {
        switch bitDepth {
        case 8: return Int(row[index])
        case 16: return Int(row[2 * index]) << 8 | Int(row[2 * index + 1])
        default:
            let bit = index * bitDepth
            return Int(row[bit / 8]) >> (8 - bitDepth - bit % 8) & (1 << bitDepth - 1)
        }
    }

    /// A sample in eight bits.
    private func sample(_ index: Int, of row: [UInt8]) -> UInt8 {
        let value = value(index, of: row)
        switch bitDepth {
        case 8: return UInt8(truncatingIfNeeded: value)
        case 16: return UInt8(truncatingIfNeeded: (value * 255 + 32_767) / 65_535)
        default: return UInt8(truncatingIfNeeded: value * 255 / (1 << bitDepth - 1))
        }
    }
}
