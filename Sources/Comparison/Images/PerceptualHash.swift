internal import ImageValidation

/// A hash of 64 bits that hardly changes when an image is encoded anew, scaled or made a little brighter.
///
/// The image is averaged to 32 by 32 shades of gray; of its discrete cosine transform the 8 by 8 lowest frequencies are
/// taken, and each bit tells whether one of them is above the median.
///
/// Christoph Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions" (2010) §3.2.1
struct PerceptualHash {
    /// The bits, the lowest frequency in the highest place.
    let bits: UInt64

    private static let size = 32
    private static let frequencies = 8

    /// Hashes an image of one pixel or more.
    init(_ image: PixelImage) {
        let shades = PerceptualHash.shades(of: image)
        let cosines = PerceptualHash.cosines
        // Row by row, then column by column.
        var rows = [Double](repeating: 0, count: PerceptualHash.size * PerceptualHash.frequencies)
        for y in 0..<PerceptualHash.size {
            for u in 0..<PerceptualHash.frequencies {
                rows[y * PerceptualHash.frequencies + u] = (0..<PerceptualHash.size).reduce(0) { sum, x in
                    sum + shades[y * PerceptualHash.size + x] * cosines[u * PerceptualHash.size + x]
                }
            }
        }
        var values: [Double] = []
        for v in 0..<PerceptualHash.frequencies {
            for u in 0..<PerceptualHash.frequencies {
                values.append(
                    (0..<PerceptualHash.size).reduce(0) { sum, y in
                        sum + rows[y * PerceptualHash.frequencies + u] * cosines[v * PerceptualHash.size + y]
                    })
            }
        }
        // The first value is the mean brightness, which would shift the median.
        let sorted = values.dropFirst().sorted()
        let median = sorted[sorted.count / 2]
        bits = values.reduce(0) { bits, value in bits << 1 | (value > median ? 1 : 0) }
    }

    /// cos((2x + 1)uπ / 64) for each frequency u and each x, by halving angles and Chebyshev's recurrence: the same on
    /// every machine.
    private static let cosines: [Double] = {
        // cos(π/2) = 0; five halvings lead to cos(π/64).
        let step = (0..<5).reduce(0.0) { cosine, _ in ((1 + cosine) / 2).squareRoot() }
        var multiples = [1.0, step]
        for index in 2..<(2 * size * frequencies) {
            multiples.append(2 * step * multiples[index - 1] - multiples[index - 2])
        }
        return (0..<frequencies).flatMap { u in (0..<size).map { x in multiples[(2 * x + 1) * u] } }
    }()

    /// The shades of gray that an image is averaged to, each a whole number of thousandths; what is transparent is white.
    private static func shades(of image: PixelImage) -> [Double] {
        (0..<size).flatMap { row in
            (0..<size).map { column in
                let left = column * image.width / size
                let right = max(left + 1, (column + 1) * image.width / size)
                let top = row * image.height / size
                let bottom = max(top + 1, (row + 1) * image.height / size)
                var sum = 0
                for y in top..<min(bottom, image.height) {
                    for x in left..<min(right, image.width) { sum += image.shade(of: y * image.width + x) }
                }
                return Double(sum / max(1, (right - left) * (bottom - top)))
            }
        }
    }
}

extension PixelImage {
    /// The brightness of a pixel over white, from 0 to 255,000.
    fileprivate func shade(of pixel: Int) -> Int {
        guard channels == 4 else { return 1_000 * Int(samples[pixel]) }
        let alpha = Int(samples[4 * pixel + 3])
        let color =
            299 * Int(samples[4 * pixel]) + 587 * Int(samples[4 * pixel + 1]) + 114 * Int(samples[4 * pixel + 2])
        return (color * alpha + 255_000 * (255 - alpha)) / 255
    }
}
