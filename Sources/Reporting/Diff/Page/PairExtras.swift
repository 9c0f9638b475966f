internal import CaptureReading
internal import Comparison
internal import Conversation
internal import Findings
internal import Redaction

/// What a page shows of the exchanges of a pair beside their differences: kept while they are at hand.
struct PairExtras: Sendable {
    /// The images of a difference on both sides.
    struct Pictures: Sendable {
        /// The image of the first side; nil where it has none.
        var from: Picture?

        /// The image of the second side; nil where it has none.
        var to: Picture?

        /// Where their pixels differ; nil where that was not drawn.
        var map: DifferenceMap?
    }

    /// The images, by the position of their difference.
    private(set) var pictures: [Int: Pictures] = [:]

    /// The turns that are the same, each in a line, by their number on the second side.
    private(set) var turns: [Int: Inline] = [:]

    /// The most turns of a pair whose words are kept, and the most columns of each.
    private static let mostTurns = 200
    private static let turnColumns = 160

    /// Keeps what is needed of a pair whose exchanges are at hand.
    init(
        _ pair: PairComparison, _ first: InspectedExchange, _ second: InspectedExchange, anchor: Anchor,
        redactor: Redactor, in context: inout PageContext
    ) {
        for (index, change) in pair.changes.enumerated() where change.area == .images {
            let sides = (
                PairExtras.image(change.from, of: first), PairExtras.image(change.to, of: second)
            )
            var pictures = Pictures()
            pictures.from = sides.0.map { image in
                PairExtras.picture(of: image, in: first, anchor.side(.a), redactor, &context)
            }
            pictures.to = sides.1.map { image in
                PairExtras.picture(of: image, in: second, anchor.side(.b), redactor, &context)
            }
            if change.image?.relation == .differentPixels, pictures.areDrawn, let a = sides.0, let b = sides.1 {
                pictures.map = DifferenceMap(PairExtras.bytes(of: a), PairExtras.bytes(of: b))
            }
            self.pictures[index] = pictures
        }
        let messages = second.prompt?.messages ?? []
        for row in pair.turns where row.relation == .same && turns.count < PairExtras.mostTurns {
            guard let number = row.numberB else { continue }
            let message = number > 0 && number <= messages.count ? messages[number - 1] : nil
            let parts = message?.parts ?? (number == 0 ? second.prompt?.system ?? [] : [])
            let role = redactor.redact(row.role ?? "no role")
            turns[number] =
                Inline("\(number == 0 ? "" : "\(number) ")") + Preview(of: role, columns: 40).inline(.strong) + " "
                + PairExtras.preview(of: parts, redactor)
        }
    }

    private static func image(_ value: ComparedValue?, of exchange: InspectedExchange) -> EmbeddedImage? {
        guard case .image(let facts) = value else { return nil }
        return exchange.images.first { image in image.number == facts.number }
    }

    private static func picture(
        of image: EmbeddedImage, in exchange: InspectedExchange, _ anchor: Anchor, _ redactor: Redactor,
        _ context: inout PageContext
    ) -> Picture {
        let wording = Wording(redactor: redactor, lines: exchange.lines)
        return PictureMaker(wording: wording, anchor: anchor, showsInvalid: false).picture(of: image, in: &context)
    }

    private static func bytes(of image: EmbeddedImage) -> ArraySlice<UInt8> {
        guard case .bytes(let bytes, _) = image.blob.data else { return [] }
        return bytes[...]
    }

    /// The beginning of what a turn says.
    private static func preview(of parts: [MessagePart], _ redactor: Redactor) -> Inline {
        let words = parts.map { part -> String in
            switch part.content {
            case .text(let text), .reasoning(let text), .refusal(let text), .named(_, let text): text
            case .toolCall(let call): "[calls \(call.name)]"
            case .toolCallResponse(let response): "[answer of \(response.name ?? "tool")]"
            case .serverToolCall(let name, _), .serverToolCallResponse(let name, _): "[provider runs \(name)]"
            case .blob(let blob): "[\(blob.declaredType ?? blob.modality.rawValue)]"
            case .file: "[file]"
            case .other(let type, _): "[\(type)]"
            }
        }
        return Preview(of: redactor.redact(words.joined(separator: " ")), columns: turnColumns).inline(.faint)
    }
}

extension PairExtras.Pictures {
    /// Whether the page has both images, here or elsewhere.
    fileprivate var areDrawn: Bool {
        [from, to].allSatisfy { picture in
            switch picture?.content {
            case .embedded, .shown: true
            case .elided, .omitted, nil: false
            }
        }
    }
}
