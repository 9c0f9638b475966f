internal import ByteCoding
internal import CaptureReading

/// Reads addresses that may hold the data themselves.
///
/// RFC 2397
enum DataURL {
    /// The data of a `data:` URL in base64, or the file that any other address names.
    static func content(_ url: String, modality: Modality, place: Place?) -> PartContent {
        let text = Array(url.utf8)
        let scheme = "data:".utf8
        guard text.starts(with: scheme), let comma = text.firstIndex(of: UInt8(ascii: ",")) else {
            return .file(FileReference(target: .uri(url), declaredType: nil, modality: modality))
        }
        let head = text[scheme.count..<comma]
        let suffix = Array(";base64".utf8)
        let isBase64 = head.suffix(suffix.count).elementsEqual(suffix)
        let type = head.prefix { byte in byte != UInt8(ascii: ";") }
        let declaredType = type.isEmpty ? nil : String(decoding: type, as: UTF8.self)
        guard isBase64 else {
            return .file(FileReference(target: .uri(url), declaredType: declaredType, modality: modality))
        }
        let data = text[(comma + 1)...]
        if let elision = Elision(recognising: data, byteCount: data.count, place: place) {
            return .blob(Blob(declaredType: declaredType, data: .elided(elision), modality: modality))
        }
        let decoding = Base64.decode(data)
        return .blob(
            Blob(declaredType: declaredType, data: .bytes(decoding.bytes, flaws: decoding.flaws), modality: modality))
    }
}
