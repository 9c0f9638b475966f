import Foundation
import TestSupport
import Testing

@Suite("The verb image")
struct ImageCommandTests {
    /// A PNG of one gray pixel.
    static let image: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1,
        8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x60, 0, 0, 0,
        2, 0, 1, 0x48, 0xAF, 0xA4, 0x71, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
    ]

    @Test("a sound image ends with 0, a broken one with 1, what cannot be read with 2")
    func statuses() throws {
        let sound = try Program.run(["image", "-"], input: ImageCommandTests.image)
        #expect(sound.status == 0)
        #expect(sound.output == "-   PNG 1x1 gray 8-bit   67 B   valid\n")
        let broken = try Program.run(["image", "-"], input: ImageCommandTests.image.dropLast(12))
        #expect(broken.status == 1)
        #expect(broken.output.contains("ORD-NOIEND"))
        let missing = try Program.run(["image", "no-such-file"])
        #expect(missing.status == 2)
        #expect(missing.errors.contains("no such file"))
    }

    @Test("each image is a line of JSON, and no text of an image can act on a terminal")
    func lines() throws {
        let run = try Program.run(
            ["image", "--format", "jsonl", "-"], input: ImageCommandTests.image + Array("\u{1B}[2J".utf8))
        #expect(run.status == 0)
        #expect(run.output.hasPrefix(#"{"path":"-","format":"png","width":1,"height":1,"#))
        #expect(run.output.contains(#""verdict":"valid_with_warnings","pixels":"ok""#))
        let strict = try Program.run(["image", "--strict", "-"], input: ImageCommandTests.image + [0x1B])
        #expect(strict.status == 1)
        #expect(!strict.output.contains("\u{1B}"))
    }

    @Test("of a folder the images are read, and a quick look reads no pixels")
    func folders() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("unspool-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(ImageCommandTests.image).write(to: folder.appendingPathComponent("a.png"))
        try Data("words".utf8).write(to: folder.appendingPathComponent("note.txt"))
        let run = try Program.run(["image", "--quick", folder.path, "--width", "200"])
        #expect(run.status == 0)
        #expect(run.output.hasSuffix("a.png   PNG 1x1 gray 8-bit   67 B   valid, pixels not read\n"))
        #expect(!run.output.contains("note.txt"))
    }
}
