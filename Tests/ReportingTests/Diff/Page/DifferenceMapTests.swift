import ByteCoding
import ImageValidation
import Testing

@testable import Reporting

@Suite("Where two images differ")
struct DifferenceMapTests {
    // 1 x 1, gray, 8 bits; the shade is 0 and 255.
    private static let black = bytes(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
    private static let white = bytes(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==")

    private static func bytes(_ text: String) -> [UInt8] {
        Base64.decode(Array(text.utf8)[...]).bytes
    }

    /// The colours of the map's first pixel.
    private func colour(_ a: [UInt8], _ b: [UInt8]) throws -> [UInt8] {
        let map = try #require(DifferenceMap(a[...], b[...]))
        #expect(ImageValidator().validate(map.png[...]).verdict == .valid)
        let image = try #require(PixelImage(png: map.png[...]))
        #expect(image.width == map.width && image.height == map.height)
        return Array(image.samples.prefix(3))
    }

    @Test("is a valid PNG: almost white where nothing differs, dark where much does")
    func shades() throws {
        #expect(try colour(Self.black, Self.black) == [0xF4, 0xF4, 0xF4])
        #expect(try colour(Self.black, Self.white) == [0x6B, 0x1A, 0x00])
        #expect(try colour(Self.white, Self.black) == [0x6B, 0x1A, 0x00])
    }

    @Test("one that is wider than a map is drawn smaller, and a pixel that differs is not lost")
    func scale() throws {
        let first = try #require(DifferenceMap(Self.black[...], Self.black[...]))
        #expect(first.width == 1 && first.height == 1)
        // A map is a PNG itself: of two of them one can be drawn.
        #expect(try colour(first.png, first.png) == [0xF4, 0xF4, 0xF4])
    }

    @Test("there is none of images that are not read, or of other sizes")
    func none() {
        #expect(DifferenceMap(Self.black[...], Self.black.prefix(40)) == nil)
        #expect(DifferenceMap([], []) == nil)
    }
}
