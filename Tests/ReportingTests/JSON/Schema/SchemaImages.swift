/// Images whose reports have every member that a report can have.
enum SchemaImages {
    /// The images.
    static let all = [animation, mistaken, [UInt8]()]

    /// A PNG of one pixel with the chunk `acTL`, a text, many unknown chunks, and checksums that are all wrong.
    private static let animation: [UInt8] = {
        let header: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]
        let pixels: [UInt8] = [0x78, 0x01, 1, 2, 0, 0xFD, 0xFF, 0, 0, 0, 2, 0, 1]
        let unknown = [UInt8]((0..<9).flatMap { _ in chunk("iDOT", []) })
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
            + chunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0]) + chunk("tEXt", Array("parameters\0a cat".utf8)) + unknown
            + chunk("IDAT", pixels) + chunk("IEND", [])
    }()

    /// A JPEG without anything in it.
    private static let mistaken: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        [0, 0, 0, UInt8(data.count)] + Array(name.utf8) + data + [0, 0, 0, 0]
    }
}
