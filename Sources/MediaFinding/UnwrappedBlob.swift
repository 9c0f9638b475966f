internal import ByteCoding
internal import CaptureReading
internal import Conversation

/// A blob whose bytes are data and not a text of them once more: what was encoded twice is decoded twice.
struct UnwrappedBlob {
    /// The blob.
    private(set) var blob: Blob

    /// What was removed beyond the coding that is expected.
    private(set) var layers: [BodyLayer] = []

    /// How often a coding may lie in another one.
    private static let mostLayers = 3

    /// Decodes what a blob has as text.
    init(_ blob: Blob) {
        self.blob = blob
        while layers.count < UnwrappedBlob.mostLayers, case .bytes(let bytes, let flaws) = self.blob.data {
            let text = bytes[...]
            if let url = DataURL(parsing: text, place: blob.place) {
                self.blob.data = url.blob.data
                self.blob.declaredType = blob.declaredType ?? url.blob.declaredType
                layers.append(.dataURL)
            } else if MediaSignature.isImage(text) {
                let decoding = Base64.decode(text)
                self.blob.data = .bytes(decoding.bytes, flaws: flaws + decoding.flaws)
                layers.append(.base64)
            } else {
                return
            }
        }
    }
}

extension BodyLayer {
    /// A `data:` URL. RFC 2397
    static let dataURL = BodyLayer(rawValue: "data_url")

    /// A JSON document in a string of another one. RFC 8259 §7
    static let json = BodyLayer(rawValue: "json")

    /// A body in parts. RFC 2046 §5.1
    static let multipart = BodyLayer(rawValue: "multipart")

    /// The fields of a form. WHATWG URL §5
    static let form = BodyLayer(rawValue: "form")
}
