/// The header of an image's data in a WebP.
struct WebPBitstream {
    /// The width in pixels.
    let width: Int

    /// The height in pixels.
    let height: Int

    /// Whether it says that it has an alpha channel.
    let hasAlpha: Bool

    /// Reads the data of `VP8 `: a key frame, the start code, the size.
    ///
    /// RFC 6386 §9.1
    static func lossy(_ data: ArraySlice<UInt8>) -> Result<WebPBitstream, Fault> {
        guard data.count >= 10 else { return .failure(Fault(expected: "10 bytes of a header", found: "\(data.count)")) }
        guard data.byte(0) & 1 == 0 else { return .failure(Fault(expected: "a key frame", found: "another")) }
        guard data.part(3, 3).elementsEqual([0x9D, 0x01, 0x2A]) else {
            return .failure(Fault(expected: "the start code 9D 01 2A", found: data.part(3, 3).hexadecimal()))
        }
        // The two highest bits say how the image is to be scaled.
        let (width, height) = (data.little16(6) & 0x3FFF, data.little16(8) & 0x3FFF)
        return .success(WebPBitstream(width: width, height: height, hasAlpha: false))
    }

    /// Reads the data of `VP8L`: the signature, the size, whether alpha is used, the version.
    ///
    /// RFC 9649 §3.4
    static func lossless(_ data: ArraySlice<UInt8>) -> Result<WebPBitstream, Fault> {
        guard data.count >= 5 else { return .failure(Fault(expected: "5 bytes of a header", found: "\(data.count)")) }
        guard data.byte(0) == 0x2F else {
            return .failure(Fault(expected: "the signature 2F", found: data.hexadecimal(1)))
        }
        let bits = data.little32(1)
        guard bits >> 29 == 0 else { return .failure(Fault(expected: "version 0", found: "\(bits >> 29)")) }
        let (width, height) = (bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        return .success(WebPBitstream(width: width, height: height, hasAlpha: bits >> 28 & 1 == 1))
    }

    /// Why a header cannot be read.
    struct Fault: Error {
        /// What there should be, in words.
        let expected: String

        /// What there is, in words.
        let found: String
    }
}
