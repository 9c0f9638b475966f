/// Why a capture cannot be read at all.
public enum CaptureError: Error, Equatable, Sendable {
    /// There is not one byte in it.
    case empty

    /// No format recognises it; of its text nothing is repeated, since it may be a secret.
    case unrecognised(isText: Bool, byteCount: Int)

    /// It is text in an encoding that is not read.
    case unsupportedEncoding(found: String)

    /// The format that was asked for is not one of the catalogue.
    case unknownFormat(asked: String, known: [String])

    /// It is no HTTP archive that can be read.
    case notArchive(HTTPArchiveFault)

    /// The source failed; `reason` is what the system said.
    case unreadable(reason: String)
}

extension CaptureError: CustomStringConvertible {
    /// What was expected, what was found, and what to do.
    public var description: String {
        switch self {
        case .empty:
            "expected a capture, found an empty input; save the traffic again and pass that file"
        case .unrecognised(let isText, let byteCount):
            "expected a capture in a known format, found \(isText ? "text" : "binary data") without the signs of any "
                + "in its first \(byteCount) bytes; name the format"
        case .unsupportedEncoding(let found):
            "expected UTF-8 text, found \(found); convert it, for example with iconv -t UTF-8"
        case .unknownFormat(let asked, let known):
            "expected one of \(known.joined(separator: ", ")) as the input format, found \(asked)"
        case .notArchive(let fault):
            "\(fault)"
        case .unreadable(let reason):
            "expected a readable input, found: \(reason)"
        }
    }
}
