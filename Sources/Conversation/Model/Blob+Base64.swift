internal import ByteCoding
internal import CaptureReading
internal import JSONReading

extension Blob {
    /// Reads data that stand in a message as base64, or the placeholder that somebody put in their place; anything but a
    /// string is no data.
    ///
    /// Clients put whole `data:` URLs where the bare data belong: they are read as what they are.
    init(base64 value: JSONValue?, declaredType: String?, modality: Modality? = nil, in payload: Payload) {
        guard let value, value.kind == .string else {
            self.init(declaredType: declaredType, data: .bytes([], flaws: []), modality: modality)
            return
        }
        if let url = DataURL(value, in: payload) {
            let type = declaredType ?? url.blob.declaredType
            self.init(declaredType: type, data: url.blob.data, modality: modality, place: url.blob.place)
            return
        }
        let text = value.contentBytes ?? value.string.map { text in Array(text.utf8)[...] } ?? []
        let place = payload.place(of: value)
        if let elision = Elision(recognising: text, byteCount: value.contentRange.count, place: place) {
            self.init(declaredType: declaredType, data: .elided(elision), modality: modality, place: place)
            return
        }
        let decoding = Base64.decode(text)
        self.init(
            declaredType: declaredType, data: .bytes(decoding.bytes, flaws: decoding.flaws), modality: modality,
            place: place)
    }
}
