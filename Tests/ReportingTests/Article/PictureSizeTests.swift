import Testing

@testable import Reporting

@Suite("The size in an image's header")
struct PictureSizeTests {
    private static let headers: [(PictureFormat, [UInt8], Int, Int)] = [
        (
            .png, [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 4, 0, 0, 0, 2, 1], 1024,
            513
        ),
        (.gif, Array("GIF89a".utf8) + [0x40, 1, 0xF0, 0], 320, 240),
        (.jpeg, [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 11, 8, 1, 0, 2, 0], 512, 256),
        (.webp, Array("RIFF0000WEBPVP8X0000".utf8) + [0, 0, 0, 0, 0xFF, 3, 0, 0xFF, 1, 0], 1024, 512),
        (.webp, Array("RIFF0000WEBPVP8L0000".utf8) + [0x2F, 0xFF, 0xC3, 0x3F, 0], 1024, 256),
        (.webp, Array("RIFF0000WEBPVP8 0000".utf8) + [0, 0, 0, 0x9D, 1, 0x2A, 0x40, 1, 0xF0, 0], 320, 240),
    ]

    @Test("is read, and missed in every prefix", arguments: headers)
    func sizes(_ format: PictureFormat, _ bytes: [UInt8], _ width: Int, _ height: Int) {
        let size = PictureSize(bytes, format)
        #expect(size?.width == width)
        #expect(size?.height == height)
        for count in 0..<bytes.count where format != .webp || count < 24 {
            #expect(PictureSize(Array(bytes.prefix(count)), format) == nil)
        }
    }

    @Test("nothing is as wide as nothing")
    func empty() {
        #expect(PictureSize(Array("GIF89a".utf8) + [0, 0, 5, 0], .gif) == nil)
        #expect(PictureSize([0xFF, 0xD8, 0xFF, 0xE0, 0, 0, 0, 0], .jpeg) == nil)
    }
}
