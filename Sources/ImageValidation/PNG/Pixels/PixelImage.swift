/// The pixels of an image, eight bits a sample.
public struct PixelImage: Sendable, Hashable {
    /// The pixels of a row.
    public let width: Int

    /// The rows.
    public let height: Int

    /// The samples of a pixel: 1 for shades of gray, 4 for red, green, blue and how opaque it is.
    public let channels: Int

    /// The samples, row by row from the top: `width × height × channels` of them.
    public let samples: [UInt8]

    /// The most pixels that are decoded unless more are asked for: an image of some kilobytes can have billions.
    public static let mostPixels = 1 << 25

    /// Decodes a PNG; nil for what is none, is damaged before its last row, has no palette where it needs one, or has more
    /// pixels than it may have.
    ///
    /// Gray without transparency stays gray. Samples of fewer than eight bits are spread over the whole range, those of
    /// sixteen rounded. Profiles, gamma and animations are not looked at, nor are checksums.
    ///
    /// - Parameters:
    ///   - png: the image.
    ///   - mostPixels: how many pixels it may have.
    ///
    /// PNG, 3rd edition, §12.4, §13.12
    public init?(png: ArraySlice<UInt8>, mostPixels: Int = PixelImage.mostPixels) {
        guard let chunks = PixelChunks(png), let expansion = SampleExpansion(chunks) else { return nil }
        let (count, isTooMany) = chunks.header.width.multipliedReportingOverflow(by: chunks.header.height)
        guard !isTooMany, count <= mostPixels else { return nil }
        let layout = ScanlineLayout(of: chunks.header, width: chunks.header.width, height: chunks.header.height)
        var decoder = ScanlineDecoder(layout, expansion)
        var reader = ZlibReader()
        for piece in chunks.imageData {
            reader.append(piece) { output in
                decoder.append(output)
                return !decoder.isComplete
            }
        }
        guard decoder.isComplete else { return nil }
        width = chunks.header.width
        height = chunks.header.height
        channels = expansion.channels
        samples = decoder.finish()
    }
}
