internal import ImageValidation

/// Compares the pixels of two images.
struct PixelComparison {
    /// The share of pixels, from 0 to 1, one of whose samples differs by more than the tolerance; nil where sizes differ.
    let differingShare: Double?

    /// The mean of the differences of all samples; nil where sizes differ.
    let meanError: Double?

    /// How many of the 64 bits of their perceptual hashes differ.
    let hashDistance: Int

    /// What no eye sees: differences that encoding again makes.
    private static let tolerance = 8

    /// Compares two images; colour and gray are compared as colour.
    init(_ a: PixelImage, _ b: PixelImage) {
        hashDistance = (PerceptualHash(a).bits ^ PerceptualHash(b).bits).nonzeroBitCount
        guard a.width == b.width, a.height == b.height else {
            differingShare = nil
            meanError = nil
            return
        }
        let count = a.width * a.height
        let samples = (a.samples.span, b.samples.span)
        var differing = 0
        var sum = 0
        for pixel in 0..<count {
            var largest = 0
            for channel in 0..<4 {
                let first = PixelComparison.sample(channel, of: pixel, in: samples.0, a.channels)
                let second = PixelComparison.sample(channel, of: pixel, in: samples.1, b.channels)
                largest = max(largest, abs(first - second))
                sum += abs(first - second)
            }
            if largest > PixelComparison.tolerance { differing += 1 }
        }
        differingShare = count > 0 ? Double(differing) / Double(count) : 0
        meanError = count > 0 ? Double(sum) / Double(4 * count) : 0
    }

    /// A sample of a pixel: red, green, blue, or how opaque it is.
    private static func sample(_ channel: Int, of pixel: Int, in samples: Span<UInt8>, _ channels: Int) -> Int {
        if channels == 4 { return Int(samples[4 * pixel + channel]) }
        return channel == 3 ? 255 : Int(samples[pixel])
    }
}
