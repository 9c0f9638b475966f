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
        guard let text = UnescapedString(value) else { return Body(bytes: [], place: place, warnings: warnings) }
        if let body = HTTPArchiveText.recoveredBody(of: value, at: place, warnings: warnings) { return body }
        if isEventStream(type, fields), let repaired = HTTPArchiveText.repaired(text.bytes) {
            return Body(
                bytes: repaired[...], encoded: value.rawBytes, layers: [], wrapping: [.windows1252], place: place,
                warnings: warnings + [.mangledText])
        }
        return Body(bytes: text.bytes, place: place, escapes: text.map, warnings: warnings)
    }

    /// The bytes that a text stands for which a recorder read as windows-1252, as Chrome does with an event stream without
    /// a character set; nil where they were read as what they are.
    private static func repaired(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.contains(where: { byte in byte >= 0x80 }) else { return nil }
        return Windows1252.bytes(of: String(decoding: text, as: UTF8.self)).flatMap { bytes in
            isForeignUTF8(bytes) ? bytes : nil
        }
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
