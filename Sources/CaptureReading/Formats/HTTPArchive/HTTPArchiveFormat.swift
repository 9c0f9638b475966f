internal import ByteCoding
internal import JSONReading

/// HTTP archives (HAR): what browsers and proxies export.
///
/// They are read as they occur, which is often beside the specification: with a byte order mark, in a JSONP call, with
/// members in any order, missing or null. Entries are handed out one at a time, however large the file is.
///
/// HAR 1.2, http://www.softwareishard.com/blog/har-12-spec/
enum HTTPArchiveFormat: CaptureFormat {
    /// The name `har`.
    static let id = CaptureFormatID.httpArchive

    /// Recorders store content decoded, beside headers that still name its codings.
    static let storage = BodyStorage.decoded

    /// Certain for an object with a `log`; likely for a part of an archive, so that it is refused as one.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        let call = HTTPArchiveCall(head)
        let document = JSONDocument(parsing: head.dropFirst(call?.prefixCount ?? 0))
        guard let root = document.root, root.isObject else { return .none }
        if let log = root["log"] { return log.isObject ? .certain : .likely }
        return holdsPart(root) ? .likely : .none
    }

    /// A reader of entries.
    static func makeReader() -> any ExchangeReader {
        HTTPArchiveReader()
    }

    /// Names that only archives have, and only in requests, responses and entries.
    private static let partNames: [String] = ["httpVersion", "headersSize", "startedDateTime"]

    /// Whether an object is a part of an archive without its `log`, or holds one a level below.
    private static func holdsPart(_ root: JSONValue) -> Bool {
        func isPart(_ value: JSONValue) -> Bool {
            partNames.contains { name in value[name] != nil } || value["log"]?["entries"] != nil
        }
        return isPart(root) || root.members.contains { member in isPart(member.value) }
    }
}

extension CaptureFormatID {
    /// An HTTP archive.
    public static let httpArchive = CaptureFormatID(rawValue: "har")
}
