internal import ContentDecoding
internal import JSONReading

/// Content that an archive has as text.
struct HTTPArchiveText {
    private let value: JSONValue

    /// Takes a string.
    init(_ value: JSONValue) {
        self.value = value
    }

    /// The bytes of the text in UTF-8, or those that it stands for where a recorder read bytes as text.
    func body(at place: Place, fields: FieldLines, type: String?, warnings: [BodyWarning] = []) -> Body {
        if let bytes = value.contentBytes, !bytes.contains(where: { byte in byte >= 0x80 }) {
            return Body(bytes: bytes, place: place, warnings: warnings)
        }
        if let body = HTTPArchiveText.recoveredBody(of: value, at: place, warnings: warnings) { return body }
        let text = value.string ?? ""
        if isEventStream(type, fields), let repaired = Windows1252.bytes(of: text),
            HTTPArchiveText.isForeignUTF8(repaired)
        {
            // Chrome reads an event stream without a character set as windows-1252.
            return Body(
                bytes: repaired[...], encoded: value.rawBytes, layers: [], wrapping: [.windows1252], place: place,
                warnings: warnings + [.mangledText])
        }
        return Body(bytes: Array(text.utf8)[...], place: place, escapes: EscapeMap(value), warnings: warnings)
    }

    /// Whether the content is an event stream by its type, or by its header where the archive names none that is one.
    private func isEventStream(_ type: String?, _ fields: FieldLines) -> Bool {
        fields.mediaType(declared: type)?.essence == "text/event-stream"
    }

    /// Whether bytes are UTF-8 and more than ASCII.
    private static func isForeignUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.contains { byte in byte >= 0x80 } && String(validating: bytes, as: UTF8.self) != nil
    }
}

extension BodyLayer {
    /// Bytes that were read as text in windows-1252.
    static let windows1252 = BodyLayer(rawValue: "windows-1252")
}
