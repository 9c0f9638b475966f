internal import Crypto

/// Digests as reports show them.
enum ContentDigest {
    /// The SHA-256 of some bytes, in lower-case hexadecimal.
    ///
    /// FIPS 180-4 §6.2
    static func sha256(_ bytes: ArraySlice<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = SHA256.hash(data: bytes).flatMap { byte in [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
