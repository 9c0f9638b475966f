import TestSupport

/// Images whose reports have every member that a report can have.
enum SchemaImages {
    /// The images.
    static let all = [animation, graph, credited, mistaken, [UInt8]()]

    /// A PNG of one pixel with the chunk `acTL`, a text, many unknown chunks, and checksums that are all wrong.
    private static let animation: [UInt8] = {
        let header: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]
        let pixels: [UInt8] = [0x78, 0x01, 1, 2, 0, 0xFD, 0xFF, 0, 0, 0, 2, 0, 1]
        let unknown = [UInt8]((0..<9).flatMap { _ in chunk("iDOT", []) })
        return signature + chunk("IHDR", header)
            + chunk("acTL", [0, 0, 0, 1, 0, 0, 0, 0])
            + chunk("tEXt", Array("parameters\0a cat\nNegative prompt: a dog\nSteps: 1".utf8)) + unknown
            + chunk("IDAT", pixels) + chunk("IEND", [])
    }()

    /// A PNG that a graph of one node made, with XMP, and Exif that says where.
    private static let graph: [UInt8] = {
        let node = #"{"1": {"class_type": "KSampler", "inputs": {"seed": 7}}}"#
        let packet = "XML:com.adobe.xmp\0\0\0\0\0<a photoshop:Credit='b'>"
        return signature + chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
            + chunk("tEXt", Array("prompt\0\(node)".utf8)) + chunk("iTXt", Array(packet.utf8)) + chunk("eXIf", exif)
    }()

    /// A PNG with credentials.
    private static let credited: [UInt8] = {
        let store = CredentialsBuilder.store()
        return signature + [0, 0, UInt8(store.count >> 8), UInt8(store.count & 0xFF)] + Array("caBX".utf8) + store
            + [0, 0, 0, 0]
    }()

    /// Exif, most significant bytes first: a program, and a place of zero degrees.
    private static let exif: [UInt8] = {
        let program = [1, 0x31, 0, 2, 0, 0, 0, 4] + Array("cam\0".utf8)
        let main = [0, 2] + program + [0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38] + [0, 0, 0, 0]
        let values = [2, 4].flatMap { tag -> [UInt8] in [0, tag, 0, 5, 0, 0, 0, 3, 0, 0, 0, 68] }
        let zeros = (0..<3).flatMap { _ -> [UInt8] in [0, 0, 0, 0, 0, 0, 0, 1] }
        return [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8] + main + [0, 2] + values + [0, 0, 0, 0] + zeros
    }()

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// A JPEG without anything in it.
    private static let mistaken: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9]

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        [0, 0, 0, UInt8(data.count)] + Array(name.utf8) + data + [0, 0, 0, 0]
    }
}
