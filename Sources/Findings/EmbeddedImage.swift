public import CaptureReading
public import Conversation
public import ImageValidation
public import MediaFinding

/// An image that an exchange carries in itself, or a placeholder for one.
public struct EmbeddedImage: Sendable {
    /// The number in the capture, from 1.
    public var number: Int

    /// What was found, and where.
    public let medium: EmbeddedMedium

    /// How large it was before it was taken out, where that can be worked out.
    public var estimate: ElidedSize?

    /// What is known of it; nil where its data are not there.
    public let report: ImageReport?

    /// The short name of its bytes, by which it is known again; nil where there are none.
    package let summary: ByteSummary?

    /// Creates an image, and checks it.
    init(number: Int, medium: EmbeddedMedium, check: inout ImageCheck) {
        self.number = number
        self.medium = medium
        estimate = nil
        guard let bytes = medium.bytes, !bytes.isEmpty else {
            summary = nil
            report = nil
            return
        }
        let summary = ByteSummary(bytes[...])
        self.summary = summary
        report = check.report(on: bytes[...], summary, declaredType: medium.blob.declaredType)
    }

    /// The images among the media of an exchange, in their order.
    static func all(
        in media: [EmbeddedMedium], numberedFrom first: Int, check: inout ImageCheck
    ) -> [EmbeddedImage] {
        var images: [EmbeddedImage] = []
        for medium in media where medium.kind == .image {
            images.append(EmbeddedImage(number: first + images.count, medium: medium, check: &check))
        }
        return images
    }
}

extension EmbeddedImage {
    /// Where it is, as a path: `answer/messages/0/parts/1`, or the place in a body.
    ///
    /// Names in it are as captured.
    public var source: String { medium.source }

    /// The role of its message; nil where it is part of none.
    public var role: String? { medium.part?.role }

    /// The number of its turn, from 1; nil where it is part of no message.
    ///
    /// The answer's is one more than the prompt's last, the system instruction's is 0.
    public var turn: Int? { medium.part?.turn }

    /// Whether it came with the response.
    public var isAnswer: Bool { medium.isAnswer }

    /// The data with what is declared of them.
    public var blob: Blob { medium.blob }

    /// Where it stands.
    public var place: Place? { blob.place ?? blob.elision?.place }

    /// Where it stands, in the words of findings: `prompt.messages[3].parts[1]`.
    var logicalPlace: String { medium.logicalPlace }

    /// Whether it is part of a message, and no draft or copy beside one.
    public var isPart: Bool { medium.part != nil }

    /// The type that its bytes show where another one is declared; nil where they agree, or either is not known.
    public var actualType: String? {
        guard let declared = blob.declaredType, let format = medium.format,
            let known = ImageFormatCatalog.format(format)
        else { return nil }
        let essence = MediaType(parsing: declared)?.essence ?? declared.lowercased()
        let names = known.mediaTypes + ["image/jpg", "image/pjpeg"].filter { _ in format == .jpeg } + ["image/x-png"]
        guard !names.contains(essence), essence != "application/octet-stream", essence != "image/*" else { return nil }
        return known.mediaTypes.first
    }

    /// The bytes that stand for it in its body, those of base64 where it has that layer, or that stood there before it
    /// was taken out alone; nil where that is not known.
    package var encodedByteCount: Int? {
        switch blob.data {
        case .bytes(let bytes, _):
            bytes.isEmpty ? nil : medium.layers.last == .base64 ? (bytes.count + 2) / 3 * 4 : bytes.count
        case .elided: estimate.flatMap { estimate in estimate.count == 1 ? estimate.characterCount : nil }
        }
    }

    /// Whether bytes of it are in the capture.
    var hasBytes: Bool { medium.bytes.map { bytes in !bytes.isEmpty } ?? false }
}

extension EmbeddedMedium {
    /// Where it stands, in the words of findings: `prompt.messages[3].parts[1]`, or the place in a body.
    var logicalPlace: String {
        part.map { part in PlacedPart.words(for: part.path) } ?? "\(Excerpt(source))"
    }
}
