public import CaptureReading
internal import Conversation
internal import JSONReading
internal import MediaFinding
public import Redaction

/// What is read out of an exchange by itself, whatever stands in the capture around it.
///
/// The larger part of an inspection, and the one that can be done for several exchanges at a time.
public struct ExchangeReading: Sendable {
    /// The exchange.
    let exchange: Exchange

    /// Its conversation, and what it carries in itself.
    let media: ExchangeMedia

    /// The secrets in it: those that places tell, then those that only their shape does, then those of the capture's text
    /// around its messages.
    let secrets: [Secret]

    /// Lines and columns of its places.
    let lines: LineTable

    /// The parts of its messages, each with where it stands.
    let placedParts: [PlacedPart]

    /// The parts of its messages whose data were taken out.
    let elidedParts: [ElidedPart]

    /// Where the request's JSON stops being JSON; nil when it is whole, or the request has none.
    let requestFault: Place?

    /// What the request's body says about its length.
    let requestLength: BodyLength?

    /// What the response's body says about its length.
    let responseLength: BodyLength?

    /// Reads an exchange.
    ///
    /// - Parameters:
    ///   - exchange: the exchange.
    ///   - surroundings: the secrets around its messages, and those between it and the exchange before; behind the last
    ///     exchange those up to the end too. Nil where they were not looked for: then those around its messages are.
    ///   - bodiesAreClean: whether it is known that its bodies hold no secrets.
    public init(of exchange: Exchange, surroundings: [SurroundingSecret]? = nil, bodiesAreClean: Bool = false) {
        self.exchange = exchange
        media = ExchangeMedia(of: exchange)
        placedParts = PlacedPart.all(in: media.conversation)
        let placed = SecretScanner.secrets(in: exchange, withoutBodies: bodiesAreClean)
        let whole =
            placed + SecretScanner.shapedSecrets(in: exchange, beside: placed, withoutBodies: bodiesAreClean)
        let cut = bodiesAreClean ? [] : ExchangeReading.secretsInPieces(in: placedParts, beside: whole)
        let named = whole + cut
        let others = surroundings?.map(\.secret) ?? SurroundingText.secrets(around: exchange, beside: named).unsaid
        secrets = named + others
        lines = LineTable(exchange.source, beside: surroundings?.map(\.location) ?? [])
        let conversation = media.conversation
        elidedParts = ElidedPart.all(in: placedParts)
        let request = exchange.request
        requestFault = conversation.requestDocument?.fault.flatMap { fault in
            request?.body?.place(ofByte: fault.offset)
        }
        requestLength = BodyLength(
            request?.body, fields: request?.fields, document: conversation.requestDocument,
            elisions: elidedParts.filter { part in !part.isAnswer }.map(\.elision))
        // The length that these declare is that of content which is not sent (RFC 9110 §8.6).
        let hasContent = request?.method != "HEAD" && exchange.response?.status != 304
        responseLength = BodyLength(
            hasContent ? exchange.response?.body : nil, fields: exchange.response?.fields,
            document: conversation.responseDocument,
            elisions: elidedParts.filter(\.isAnswer).map(\.elision))
    }

    /// The secrets that the events of a stream cut: only what the answer says has them whole.
    private static func secretsInPieces(in parts: [PlacedPart], beside known: [Secret]) -> [Secret] {
        parts.filter(\.isAnswer).flatMap { placed -> [Secret] in
            let arguments: String? =
                if case .toolCall(let call) = placed.part.content { call.argumentsText } else { nil }
            guard let text = placed.part.shownText ?? arguments else { return [] }
            return SecretScanner.shapedSecrets(inAnswer: text, at: placed.part.place, beside: known)
        }
    }
}
