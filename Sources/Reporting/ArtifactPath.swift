/// The path of a capture as it stays the same on every machine: relative to the folder that a check runs in.
struct ArtifactPath {
    /// The path, with a slash between folders; `-` for standard input.
    let text: String

    /// Takes a path as it was given.
    ///
    /// - Parameters:
    ///   - path: the path; `.` in it goes, and so does what leads to the folder.
    ///   - folder: the folder that the check runs in, absolute; nil where that is not known.
    init(_ path: String, in folder: String?) {
        var path = path[...]
        if let folder, !folder.isEmpty, path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/") {
            path = path.dropFirst(folder.count)
            path = path.drop { character in character == "/" }
        }
        let isAbsolute = path.hasPrefix("/")
        let steps = path.split(separator: "/").filter { step in step != "." }
        text = (isAbsolute ? "/" : "") + steps.joined(separator: "/")
    }

    /// Whether it is relative.
    var isRelative: Bool { !text.hasPrefix("/") }

    /// The path as a reference of RFC 3986, or as a URI where it is absolute.
    ///
    /// RFC 3986 §4.2; RFC 8089 §2
    var uri: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = isRelative ? [] : Array("file://".utf8)
        for byte in text.utf8 {
            if ArtifactPath.isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a byte stands for itself in a path: unreserved characters, and the slash.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
