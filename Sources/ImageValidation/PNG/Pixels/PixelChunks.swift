/// The chunks of a PNG that its pixels are decoded from.
struct PixelChunks {
    /// The header, which can be used.
    let header: ImageHeader

    /// The colours of the palette, three bytes each; empty without one.
    private(set) var palette: ArraySlice<UInt8> = []

    /// The alphas of palette entries, or the colour that is transparent; empty without any.
    private(set) var transparency: ArraySlice<UInt8> = []

    /// The pieces of the image data, in order.
    private(set) var imageData: [ArraySlice<UInt8>] = []

    /// Reads the chunks; nil where there is no signature, or no header that can be used.
    init?(_ image: ArraySlice<UInt8>) {
        guard let start = PNGSignature(of: image).chunks else { return nil }
        var log = DefectLog(ImageValidationOptions(depth: .structure))
        var walk = PNGChunkWalk(image, from: start)
        guard let first = walk.next(&log), first.type == "IHDR", let header = ImageHeader(first.data), header.isUsable
        else { return nil }
        self.header = header
        while let chunk = walk.next(&log), chunk.type != "IEND" {
            switch chunk.type {
            case "PLTE": palette = chunk.data
            case "tRNS": transparency = chunk.data
            case "IDAT": imageData.append(chunk.data)
            default: continue
            }
        }
    }
}
