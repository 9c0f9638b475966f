internal import ByteCoding

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
        var bytes: [UInt8] = isRelative ? [] : Array("file://".utf8)
        for byte in text.utf8 {
            if byte.isUnreserved || byte == UInt8(ascii: "/") {
                bytes.append(byte)
            } else {
                bytes += byte.percentEncoded
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
