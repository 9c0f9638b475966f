/// What kind of medium a blob or a file is.
///
/// OpenTelemetry GenAI semantic conventions, `modality`
public enum Modality: String, Sendable {
    /// A still picture.
    case image

    /// Sound.
    case audio

    /// Moving pictures.
    case video

    /// Anything else.
    case document

    /// The modality of a declared media type, judged by what stands before its slash; `document` when it says nothing.
    public init(mediaType: String?) {
        let type = mediaType?.split(separator: "/").first.map { piece in piece.lowercased() }
        self = type.flatMap(Modality.init(rawValue:)) ?? .document
    }
}
