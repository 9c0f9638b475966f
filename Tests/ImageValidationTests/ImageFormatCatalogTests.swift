import Foundation
import ImageValidation
import TestSupport
import Testing

@Suite("The catalogue of image formats")
struct ImageFormatCatalogTests {
    @Test("the formats stand in the order of their names, each once")
    func order() {
        let names = ImageFormatCatalog.all.map(\.id.rawValue)
        #expect(names == Set(names).sorted())
    }

    @Test("every folder of a format holds one that is in the list")
    func folders() throws {
        let sources = Checkout.folder + "/Sources/ImageValidation"
        let folders = try Set(
            Checkout.files(below: sources, ending: "Format.swift").compactMap { path in
                path.dropFirst(sources.count + 1).split(separator: "/").dropLast().first.map(String.init)
            })
        let names = Set(ImageFormatCatalog.all.map(\.id.rawValue))
        #expect(folders == ["GIF", "JPEG", "PNG", "WebP"])
        #expect(folders.allSatisfy { folder in names.contains(folder.lowercased()) })
    }

    static let beginnings: [(String, [UInt8])] = [
        ("avif", [0, 0, 0, 0x20] + Array("ftypavif".utf8)),
        ("bmp", Array("BM".utf8) + [UInt8](repeating: 0, count: 12) + [40, 0, 0, 0]),
        ("gif", Array("GIF89a".utf8)), ("heic", [0, 0, 0, 0x20] + Array("ftypheic".utf8)),
        ("jpeg", [0xFF, 0xD8, 0xFF, 0xE0]),
        ("jxl", [0xFF, 0x0A]), ("pdf", Array("%PDF-1.4".utf8)),
        ("png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("svg", Array("<?xml version=\"1.0\"?>\n<svg>".utf8)), ("svg", Array("\n<svg xmlns=\"\">".utf8)),
        ("tiff", [0x49, 0x49, 0x2A, 0]), ("webp", Array("RIFF....WEBP".utf8)),
    ]

    @Test("every beginning has one claimant", arguments: beginnings)
    func claims(_ name: String, _ bytes: [UInt8]) {
        let claimants = ImageFormatCatalog.all.filter { format in format.claims(bytes[...]) }
        #expect(claimants.map(\.id.rawValue) == [name])
    }

    @Test("media types and file names are told whatever their case")
    func names() {
        #expect(ImageFormatCatalog.format(mediaType: "Image/PNG; a=b")?.id == .png)
        #expect(ImageFormatCatalog.format(mediaType: "text/plain") == nil)
        #expect(ImageFormatCatalog.format(fileName: "a.b.JPG")?.id == .jpeg)
        #expect(ImageFormatCatalog.format(fileName: "png") == nil)
    }

    @Test("what is no image is told by what it is")
    func foreign() {
        let report = ImageValidator().validate(Array("words".utf8)[...])
        #expect(report.format == nil && report.pixels == .none)
        #expect(report.defects.map(\.id) == ["FMT-UNKNOWN"])
        let page = ImageValidator().validate(Array("<html>".utf8)[...], declared: .jpeg)
        #expect(page.defects.map(\.message) == ["expected JPEG, found an HTML page"])
    }
}
