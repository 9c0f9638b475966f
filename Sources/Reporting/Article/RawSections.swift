internal import ByteCoding
internal import CaptureReading
internal import ContentDecoding
internal import Findings
internal import Redaction

/// Shows the bodies as text, line by line.
struct RawSections {
    /// What the article is about.
    let writer: ArticleWriter

    /// The most characters of a body, unless all are asked for: what lies behind them, `unspool body` prints.
    private static let mostCharacters = 32_768

    /// The sections of the bodies that are there.
    var sections: [ArticleSection] {
        let exchange = writer.exchange
        return [
            section(.rawRequest, exchange.request?.body, exchange.requestFields),
            section(.rawResponse, exchange.response?.body, exchange.responseFields),
        ].compactMap { section in section }
    }

    private func section(_ kind: ArticleSection.Kind, _ body: Body?, _ fields: FieldLines) -> ArticleSection? {
        guard let body, !body.bytes.isEmpty else { return nil }
        let isAsked = writer.options.details.contains(.raw)
        let lead = [Inline(Wording.size(body.bytes.count))]
        return switch BodyKind(sniffing: body.bytes) {
        case .json, .text: ArticleSection(kind, lead: lead, isOpen: isAsked, [.lines(text(of: body, fields, isAsked))])
        case let content:
            ArticleSection(
                kind, lead: lead, isOpen: isAsked,
                [.note(Inline("No text: \(content.rawValue). unspool body prints it byte for byte."))])
        }
    }

    /// The text, numbered by the lines of the capture where it has the same lines.
    private func text(of body: Body, _ fields: FieldLines, _ isWhole: Bool) -> NumberedText {
        let shown = writer.wording.redactor.withoutPieces(body)
        let whole = writer.wording.captured(shown.text(declared: fields.mediaType).text)
        let ends = LineScan.lineFeedCount(in: whole.utf8.span)
        let first = writer.line(body.place) ?? 1
        let last = writer.line(body.place(ofByte: body.bytes.count)) ?? first
        let isOfCapture = last - first == ends
        return NumberedText(
            text: CutText(whole, most: isWhole ? .max : RawSections.mostCharacters),
            firstLine: isOfCapture ? first : 1, isOfCapture: isOfCapture)
    }
}
