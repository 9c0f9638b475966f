internal import CaptureReading
internal import Comparison
internal import JSONReading
internal import Redaction

/// A compared value without its secrets.
struct ShownValue {
    private let value: ComparedValue
    private let redactor: Redactor

    /// Takes a value.
    init(_ value: ComparedValue, _ redactor: Redactor) {
        self.value = value
        self.redactor = redactor
    }

    /// The value in words; a JSON string without its quotes.
    var text: String {
        switch value {
        case .text(let text): redactor.redact(text)
        case .json(let value, let names): RedactedValue(value, names: names, redactor: redactor).text
        case .field(let line): redactor.redact(line)
        case .target(let request): redactor.redact(targetOf: request) ?? ""
        case .number(let number): "\(number)"
        case .content(let byteCount): Wording.size(byteCount)
        case .image(let image): ShownValue.words(for: image, redactor)
        }
    }

    /// The value in words, a JSON value over several lines.
    var spread: String {
        guard case .json(let value, let names) = value, value.kind != .string else { return text }
        return RedactedValue(value, names: names, redactor: redactor).indented
    }

    /// An image in a few words: `png 1024x1024 1.64 MB`.
    private static func words(for image: ImageFacts, _ redactor: Redactor) -> String {
        let size = ImageWords.size(image.width, image.height)
        let bytes = image.byteCount.map(Wording.size) ?? "elided"
        return [image.format, size, bytes].compactMap { word in word }.joined(separator: " ")
    }

    /// Writes the value as a member.
    func write(_ name: String, to writer: inout RedactingWriter) {
        switch value {
        case .json(let value, let names):
            writer.shown(name, RedactedValue(value, names: names, redactor: redactor))
        case .number(let number): writer.number(name, number)
        case .content(let byteCount): writer.object(name) { writer in writer.number("bytes", byteCount) }
        case .image(let image):
            writer.object(name) { writer in
                writer.number("number", image.number)
                writer.own("source", image.source)
                writer.own("format", image.format)
                writer.number("width", image.width)
                writer.number("height", image.height)
                if let byteCount = image.byteCount {
                    writer.number("bytes", byteCount)
                } else {
                    writer.flag("elided", true)
                }
            }
        case .text, .field, .target: writer.own(name, text)
        }
    }
}

extension TurnPiece {
    /// The piece as a line of its turn: `[calls look_up {"city":"Perth"}]`, or the text alone.
    func shown(_ redactor: Redactor) -> String {
        let words = ShownValue(value, redactor).text
        guard !label.isEmpty else { return words }
        return "[" + ([label] + (name.map { name in [redactor.redact(name)] } ?? []) + [words]).joined(separator: " ")
            + "]"
    }
}

extension TurnChange {
    /// What the turn said on each side, in words.
    func shown(_ redactor: Redactor) -> (from: String, to: String) {
        func words(_ pieces: [TurnPiece]) -> String {
            pieces.map { piece in piece.shown(redactor) }.joined(separator: "\n")
        }
        return (words(from), words(to))
    }

    /// Which exchange's answer a turn of the history was, in words; nil where it was none.
    func origin(_ relation: TurnRow.Relation) -> String? {
        answerOf.map { number in
            switch relation {
            case .edited: "answer of A\(number), edited"
            case .removed: "answer of B\(number), carried over"
            case .inserted, .same, .images: "answer of A\(number), carried over"
            }
        }
    }
}
