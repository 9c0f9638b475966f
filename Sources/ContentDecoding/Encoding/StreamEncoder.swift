/// Puts bytes under the coding of a file, piece by piece, in memory that their size does not change.
public struct StreamEncoder {
    private let deflater: Deflater?
    private var waiting: [UInt8] = []

    /// How many bytes a frame of zstd has: frames that follow each other are one file. RFC 8878 §3
    private static let frameSize = 4 << 20

    /// An encoder of gzip, zlib or zstd; nil for a coding that no file is under.
    public init?(_ encoder: ContentEncoder) {
        switch encoder {
        case .gzip: deflater = Deflater(.gzip)
        case .zlib: deflater = Deflater(.zlib)
        case .zstandard: deflater = nil
        case .brotli, .chunked, .deflate: return nil
        }
    }

    /// Encodes the next bytes.
    ///
    /// - Returns: what has come out.
    public mutating func append(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        if let deflater {
            deflater.append(bytes, to: &output)
            return output
        }
        waiting += bytes
        guard waiting.count >= StreamEncoder.frameSize else { return [] }
        output = ContentEncoder.zstandard.encode(waiting[...])
        waiting.removeAll(keepingCapacity: true)
        return output
    }

    /// Ends the file.
    ///
    /// - Returns: what was left to come out.
    public consuming func finish() -> [UInt8] {
        var output: [UInt8] = []
        guard let deflater else { return ContentEncoder.zstandard.encode(waiting[...]) }
        deflater.finish(to: &output)
        return output
    }
}
