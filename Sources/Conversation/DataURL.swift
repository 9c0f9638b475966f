internal import ByteCoding
package import CaptureReading
internal import JSONReading

/// A URL that holds its data itself: `data:image/png;base64,iVBORw0…`.
///
/// RFC 2397
package struct DataURL {
    /// The data with the media type that the URL declares, its parameters included.
    package let blob: Blob

    /// Reads a string; nil when it is no URL of this scheme.
    ///
    /// - Parameters:
    ///   - value: the string.
    ///   - modality: the kind of medium that the message says; nil where only the media type tells.
    ///   - payload: the payload that holds the string.
    init?(_ value: JSONValue, modality: Modality? = nil, in payload: Payload) {
        guard value.kind == .string else { return nil }
        let raw = value.rawBytes.dropFirst()
        guard DataURL.hasScheme(raw.span) else { return nil }
        let text = value.contentBytes ?? value.string.map { text in Array(text.utf8)[...] } ?? []
        self.init(parsing: text, modality: modality, place: payload.place(of: value))
    }

    /// Reads a text; nil when it is no URL of this scheme.
    ///
    /// - Parameters:
    ///   - text: the text; offsets of flaws count from the first byte of the data, behind the comma.
    ///   - modality: the kind of medium that the message says; nil where only the media type tells.
    ///   - place: where the text stands.
    package init?(parsing text: ArraySlice<UInt8>, modality: Modality? = nil, place: Place?) {
        guard DataURL.hasScheme(text.span), let comma = text.firstIndex(of: UInt8(ascii: ",")) else { return nil }
        let data = text[(comma + 1)...]
        var type = text[..<comma].dropFirst(DataURL.scheme.count)
        let isBase64 = DataURL.endsInBase64(type)
        if isBase64 { type = type.dropLast(DataURL.base64.count) }
        blob = Blob(
            declaredType: type.isEmpty ? nil : String(decoding: type, as: UTF8.self),
            data: DataURL.content(data, isBase64: isBase64, place: place), modality: modality, place: place)
    }

    /// What a URL leads to: the data in it, or the file at its address; nil when the value is no string.
    static func content(_ url: JSONValue, modality: Modality?, in payload: Payload) -> PartContent? {
        if let data = DataURL(url, modality: modality, in: payload) { return .blob(data.blob) }
        return url.string.map { uri in
            .file(FileReference(target: .uri(uri), declaredType: nil, modality: modality))
        }
    }

    /// The data, or the placeholder in their place.
    private static func content(_ data: ArraySlice<UInt8>, isBase64: Bool, place: Place?) -> BlobData {
        if let elision = Elision(recognising: data, byteCount: data.count, place: place) { return .elided(elision) }
        guard isBase64 else { return .bytes(Array(percentDecoded(data)), flaws: []) }
        let decoding = Base64.decode(percentDecoded(data))
        return .bytes(decoding.bytes, flaws: decoding.flaws)
    }

    private static let scheme: [UInt8] = Array("data:".utf8)
    private static let base64: [UInt8] = Array(";base64".utf8)

    /// Whether a text begins with the scheme, in capitals or not.
    package static func hasScheme(_ text: Span<UInt8>) -> Bool {
        guard text.count >= scheme.count else { return false }
        for index in scheme.indices where text[index].lowercasedASCII != scheme[index] { return false }
        return true
    }

    /// Whether a media type has the mark of base64 at its end.
    private static func endsInBase64(_ type: ArraySlice<UInt8>) -> Bool {
        type.suffix(base64.count).lazy.map(\.lowercasedASCII).elementsEqual(base64)
    }

    /// The bytes that a percent-encoded text stands for; a percent sign without two digits behind it stands for itself.
    ///
    /// RFC 3986 §2.1
    package static func percentDecoded(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard text.contains(UInt8(ascii: "%")) else { return text }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count)
        var offset = text.startIndex
        while offset < text.endIndex {
            if text[offset] == UInt8(ascii: "%"), offset + 2 < text.endIndex,
                let high = text[offset + 1].hexadecimalDigit, let low = text[offset + 2].hexadecimalDigit
            {
                decoded.append(high << 4 | low)
                offset += 3
            } else {
                decoded.append(text[offset])
                offset += 1
            }
        }
        return decoded[...]
    }
}
