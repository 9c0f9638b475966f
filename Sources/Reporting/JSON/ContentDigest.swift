public import CaptureReading
internal import Crypto

/// Digests as reports show them.
public enum ContentDigest {
    /// The SHA-256 of some bytes, in lower-case hexadecimal.
    ///
    /// FIPS 180-4 §6.2
    static func sha256(_ bytes: ArraySlice<UInt8>) -> String {
        text(of: SHA256.hash(data: bytes))
    }

    /// The SHA-256 of all that a source has, in lower-case hexadecimal.
    ///
    /// FIPS 180-4 §6.2
    ///
    /// - Throws: what the source does when it fails.
    public static func sha256(reading source: any ByteSource) throws(CaptureError) -> String {
        var source = source
        var hash = SHA256()
        var buffer: [UInt8] = []
        while try source.read(upTo: 1 << 18, into: &buffer) > 0 {
            hash.update(data: buffer)
            buffer.removeAll(keepingCapacity: true)
        }
        return text(of: hash.finalize())
    }

    private static func text(of digest: SHA256Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = digest.flatMap { byte in [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
