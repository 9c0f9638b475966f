internal import CZstd

/// Puts bytes under a coding: what a safe copy has in the place of a body that held a secret.
///
/// RFC 9110 §8.4.1
public enum ContentEncoder: String, Sendable, CaseIterable {
    /// RFC 1952
    case gzip

    /// RFC 1950
    case zlib

    /// RFC 1951
    case deflate

    /// RFC 8878
    case zstandard = "zstd"

    /// RFC 7932
    case brotli = "br"

    /// RFC 9112 §7.1
    case chunked

    /// The bytes under the coding, in one piece; any bytes have such a form.
    public func encode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        switch self {
        case .gzip: Deflater(.gzip).encode(bytes)
        case .zlib: Deflater(.zlib).encode(bytes)
        case .deflate: Deflater(.raw).encode(bytes)
        case .zstandard: ContentEncoder.zstandard(bytes)
        case .brotli: StoredBrotli.encode(bytes)
        case .chunked: ContentEncoder.chunk(bytes)
        }
    }

    /// One chunk, and the last one without trailers.
    private static func chunk(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let lineEnd = Array("\r\n".utf8)
        let first = bytes.isEmpty ? [] : Array(String(bytes.count, radix: 16).utf8) + lineEnd + bytes + lineEnd
        return first + Array("0\r\n\r\n".utf8)
    }

    private static func zstandard(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
        // Both buffers outlive the call, which keeps no pointer to them.
        let count = unsafe bytes.withUnsafeBytes { source in
            unsafe output.withUnsafeMutableBytes { target in
                unsafe ZSTD_compress(
                    target.baseAddress, target.count, source.baseAddress, source.count, ZSTD_defaultCLevel())
            }
        }
        precondition(ZSTD_isError(count) == 0, "expected room for the compressed bytes, found too little")
        output.removeLast(output.count - count)
        return output
    }
}
