internal import ImageValidation
internal import Redaction

/// Where an image comes from and what it gives away, as rows for people to read.
struct ImageOrigin {
    /// The rows: what it is about, and what is said.
    let rows: [[Inline]]

    /// The columns that a label and the margins take.
    private static let otherColumns = 24

    /// Reads a report; long texts are shortened to one line.
    init(of image: ValidatedImage, redactor: Redactor, columns: Int) {
        func row(_ label: String, _ text: String?) -> [Inline]? {
            guard let text, !text.isEmpty else { return nil }
            let preview = Preview(of: redactor.redact(text), columns: max(20, columns - ImageOrigin.otherColumns))
            return [Inline(label, .faint), preview.inline()]
        }
        let report = image.report
        let position = report.exif?.position
        let properties = report.xmp?.properties ?? []
        let fields = report.exif?.fields ?? []
        let all: [[Inline]?] =
            [
                row("made with", report.generation.map(ImageOrigin.words)), row("prompt", report.generation?.prompt),
                row("not", report.generation?.negativePrompt),
                row("credentials", report.credentials.map { credentials in ImageOrigin.words(for: credentials) }),
                row("signed by", report.credentials.flatMap(ImageOrigin.signature)),
                row("signed bytes", report.credentials?.dataHash.map { hash in ImageOrigin.words(for: hash, image) }),
                row("GPS", position.map { position in "\(position.latitude), \(position.longitude)" }),
            ] + properties.map { property in row(property.name, property.value) }
            + fields.map { field in row(field.name, field.value) }
        rows = all.compactMap { row in row }
    }

    private static func words(_ parameters: GenerationParameters) -> String {
        let nodes = parameters.nodeCount.map { count in Wording.count(count, "node") }
        let settings = parameters.settings.map { setting in "\(setting.name) \(setting.value)" }
        return ([parameters.generator, nodes].compactMap { word in word } + settings).joined(separator: ", ")
    }

    private static func words(for credentials: ContentCredentials) -> String {
        let sources = credentials.actions.map { action in
            [action.name, action.digitalSourceType, action.softwareAgent].compactMap { word in word }.joined(
                separator: " ")
        }
        return ([credentials.claimGenerator ?? "C2PA"] + sources).joined(separator: ", ")
    }

    /// Who signed, and when; nil where neither is told.
    private static func signature(_ credentials: ContentCredentials) -> String? {
        let names = [credentials.signer?.commonName, credentials.signer?.organization].compactMap { name in name }
        let time = credentials.signedAt.map { time in "\(names.isEmpty ? "somebody " : "")at \(time)" }
        let words = ([names.joined(separator: ", ")] + [time].compactMap { time in time }).filter { word in
            !word.isEmpty
        }
        return words.isEmpty ? nil : words.joined(separator: " ") + " (not verified)"
    }

    private static func words(for hash: ContentCredentials.DataHash, _ image: ValidatedImage) -> String {
        switch hash.state(of: image.bytes) {
        case .match: "unchanged since"
        case .mismatch: "changed since"
        case .unchecked: "not compared, \(hash.algorithm)"
        }
    }
}
