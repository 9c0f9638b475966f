public import CaptureReading

/// What a capture says outside of its messages: variables before a command, remarks, members that describe an exchange.
public enum SurroundingText {
    /// The secrets of a text in which there is no message.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - start: the offset of its first byte in the capture.
    ///   - options: what counts as a secret.
    /// - Returns: the secrets in the order of the text, then those of what is encoded there, each value once.
    static func secrets(in text: ArraySlice<UInt8>, at start: Int, _ options: RedactionOptions) -> [Secret] {
        let context = WalkContext(options: options)
        let (parts, inner) = SecretWalk.parts(of: text, context)
        let placed = parts.compactMap { part in
            context.span(of: part).map { span in secret(span, at: Place(byte: start + part.range.lowerBound)) }
        }
        // What is encoded may hold one value many times.
        var seen = Set(placed.map(\.value))
        return placed
            + inner.compactMap { span in
                seen.insert(span.value).inserted ? secret(span, at: Place(byte: start)) : nil
            }
    }

    private static func secret(_ span: SecretSpan, at place: Place) -> Secret {
        Secret(
            kind: span.kind, value: span.value, container: .surroundings(name: span.name ?? ""), place: place,
            hasOrdinaryName: span.hasOrdinaryName, isGuess: span.isGuess)
    }

    /// The secrets of the text that an exchange was read from which are none of its messages': the capture says them of
    /// the exchange, or beside it.
    ///
    /// - Parameters:
    ///   - exchange: the exchange.
    ///   - known: the secrets of its messages, as far as they are known already; asked for only where something is found.
    ///   - options: what counts as a secret.
    /// - Returns: the secrets in the order of the text, all of them and those whose values no message has in any place.
    public static func secrets(
        around exchange: Exchange, beside known: @autoclosure () -> [Secret], _ options: RedactionOptions = .report
    ) -> (all: [Secret], unsaid: [Secret]) {
        let bare = BareText(of: exchange)
        let distinctive = secrets(in: bare.bytes[...], at: 0, options).filter(\.isDistinctive)
        guard !distinctive.isEmpty else { return ([], []) }
        let values = Set(known().map(\.value))
        let found = distinctive.filter { secret in !values.contains(secret.value) }.map { secret in
            var secret = secret
            secret.place = secret.place.map { place in exchange.source.place(bare.sourceOffset(of: place.byte)) }
            return secret
        }
        guard !found.isEmpty else { return ([], []) }
        let said = valuesSaid(by: exchange, among: found + SecretScanner.decodedCredentials(in: exchange))
        // What stands in another value is not found beside it.
        return (found, found.filter { secret in !said.contains { value in value.contains(secret.value) } })
    }

    /// Those of some secrets whose values stand in the messages of an exchange, in any spelling.
    private static func valuesSaid(by exchange: Exchange, among secrets: [Secret]) -> Set<String> {
        var ledger = SecretLedger()
        for secret in secrets { ledger.learn(secret) }
        var said: Set<String> = []
        func look(into text: ArraySlice<UInt8>) {
            for stretch in ledger.index.stretches(in: text.span) {
                said.insert(ledger.value(ofNumber: stretch.number).value)
            }
        }
        let fields = [exchange.request?.fields, exchange.response?.fields].compactMap { fields in fields }
        for line in fields.joined() { look(into: Array(line.value.utf8)[...]) }
        for secret in SecretScanner.decodedCredentials(in: exchange) { look(into: Array(secret.value.utf8)[...]) }
        if let target = exchange.request?.target { look(into: Array(target.utf8)[...]) }
        for body in [exchange.request?.body, exchange.response?.body] {
            if let body { look(into: body.bytes) }
        }
        return said
    }
}
