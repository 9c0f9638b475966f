internal import ByteCoding
public import CaptureReading
internal import ContentDecoding

/// Writes parts of a capture anew without the secrets of a ledger, and without those that their places and shapes tell.
///
/// A part is text of the capture in which some of its exchanges stand whole. Every byte that neither is a secret nor
/// encodes one stays as it is.
public struct TextRedactor: Sendable {
    /// What a part of a capture became.
    public struct Copy: Sendable {
        /// The part without secrets.
        public let bytes: [UInt8]

        /// What was replaced, in order; what stood in something encoded comes first.
        public let replaced: [Replaced]
    }

    /// A secret that was replaced in one place.
    public struct Replaced: Hashable, Sendable {
        /// What it is.
        public let kind: Secret.Kind

        /// What stands in its place.
        public let mark: String

        /// How long it is, in characters.
        public let characterCount: Int

        /// The offset in the part of what was replaced; nil where it stood in something encoded.
        public let offset: Int?

        /// Creates the account of a replacement.
        public init(kind: Secret.Kind, mark: String, characterCount: Int, offset: Int?) {
            self.kind = kind
            self.mark = mark
            self.characterCount = characterCount
            self.offset = offset
        }
    }

    private let context: WalkContext
    private let marks: PlaceholderMaker

    /// Creates a redactor of the secrets that a ledger holds.
    public init(_ ledger: SecretLedger, marks: PlaceholderMaker, options: RedactionOptions = RedactionOptions()) {
        self.marks = marks
        context = WalkContext(ledger: ledger, marks: marks, options: options)
    }

    /// A part of a capture without secrets.
    ///
    /// - Parameters:
    ///   - text: the part.
    ///   - start: the offset of its first byte in the capture.
    ///   - exchanges: those that stand in it, for what their places say.
    ///   - layout: how the capture holds its messages.
    /// - Returns: the copy, and what was replaced.
    public func copy(
        of text: ArraySlice<UInt8>, at start: Int, exchanges: [Exchange], layout: CaptureLayout = .text
    ) -> Copy {
        let parts = parts(of: text, at: start, exchanges: exchanges, layout, context)
        let spans = parts.parts.compactMap { part in
            context.span(of: part).map { span in (span, part.range.lowerBound) }
        }
        let replaced =
            parts.inner.map { span in self.replaced(span, at: nil) }
            + spans.map { span, offset in self.replaced(span, at: offset) }
        let lengths =
            layout == .framed
            ? FramedLengths.parts(of: exchanges, in: text, at: start, changedBy: parts.parts, context) : []
        let all = lengths.isEmpty ? parts.parts : HiddenPart.merged(parts.parts + lengths)
        return Copy(bytes: SecretWalk.applying(all, to: text, context), replaced: replaced)
    }

    /// Whether a part of a capture that was written anew still holds a secret.
    ///
    /// It does not where nothing is found that would be replaced once more: neither as it stands, nor in the exchanges
    /// as their reader decodes them.
    public func holdsSecret(
        _ text: ArraySlice<UInt8>, exchanges: [Exchange], layout: CaptureLayout = .text
    ) -> Bool {
        var context = context
        context.marks = nil
        let parts = parts(of: text, at: 0, exchanges: [], layout, context)
        return !parts.parts.isEmpty || !parts.inner.isEmpty
            || exchanges.contains { exchange in
                ExchangeWalk(context).holdsSecret(exchange)
            }
    }

    private func parts(
        of text: ArraySlice<UInt8>, at start: Int, exchanges: [Exchange], _ layout: CaptureLayout,
        _ context: WalkContext
    ) -> (parts: [HiddenPart], inner: [SecretSpan]) {
        var walk = SecretWalk(context)
        if layout == .dump {
            walk.walkDump(text)
        } else {
            for exchange in exchanges { walk.hidePlaces(of: exchange, in: text, at: start) }
            walk.walk(text, .identity, depth: 0)
            if let part = context.cutPart(atEndOf: text) { walk.hidden.append(part) }
        }
        return (HiddenPart.merged(walk.hidden), walk.inner)
    }

    private func replaced(_ span: SecretSpan, at offset: Int?) -> Replaced {
        let kind = context.kind(of: span)
        return Replaced(
            kind: kind, mark: marks.placeholder(of: span.value, kind: kind), characterCount: span.value.count,
            offset: offset)
    }
}

extension SecretWalk {
    /// Notes what the places of an exchange tell, where the capture has the values as they are.
    fileprivate mutating func hidePlaces(of exchange: Exchange, in text: ArraySlice<UInt8>, at start: Int) {
        var isInPieces = false
        for secret in SecretScanner.secrets(in: exchange) where !context.isAllowed(secret) && !secret.isBlanked {
            guard let place = secret.place, place.within == nil, place.byte >= start else { continue }
            guard let end = SpellingCursor.end(of: secret.value, at: place.byte - start, in: text.span) else {
                isInPieces = isInPieces || secret.isInBody
                continue
            }
            let range = place.byte - start..<end
            let span = SecretSpan(
                kind: secret.kind, value: secret.value, range: range, name: nil,
                hasOrdinaryName: secret.hasOrdinaryName)
            hide([span], .identity, .placed)
        }
        for line in exchange.request?.fields ?? FieldLines() where !context.isAllowed(name: line.name) {
            hideUser(of: line, in: text, at: start)
        }
        for body in [exchange.request?.body, exchange.response?.body].compactMap({ body in body }) {
            hideEncoded(body, in: text, at: start)
        }
        guard isInPieces, let request = exchange.request, let body = request.body else { return }
        hidePieces(of: body, declared: request.fields.mediaType(declared: body.declaredType), in: text, at: start)
    }

    /// Notes the secrets of a body that the quotes of a command cut: `-d 'password=a'\''b'`.
    private mutating func hidePieces(
        of body: Body, declared type: MediaType?, in text: ArraySlice<UInt8>, at start: Int
    ) {
        for var span in SecretScanner.spans(in: body, declared: type) where isAccepted(span) {
            let ranges = SecretWalk.pieces(of: span.range, in: body, of: text, at: start)
            guard ranges.count > 1, !span.isBlanked else { continue }
            span.range = ranges[0]
            hide([span], .identity, .placed)
            for range in ranges.dropFirst() { hide(range, .identity, .rest, .placed) }
        }
    }

    /// Where a text has some bytes of a body, with the backslash or caret that escapes one; nowhere where it has others.
    private static func pieces(
        of range: Range<Int>, in body: Body, of text: ArraySlice<UInt8>, at start: Int
    ) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        for offset in range {
            let place = body.place(ofByte: offset)
            let end = place.byte - start + 1
            guard place.within == nil, end >= 1, end <= text.count, end > pieces.last?.upperBound ?? 0,
                text[text.startIndex + end - 1] == body.bytes[body.bytes.startIndex + offset]
            else { return [] }
            var first = end - 1
            while first > pieces.last?.upperBound ?? first, "\\^".utf8.contains(text[text.startIndex + first - 1]) {
                first -= 1
            }
            if let last = pieces.last, last.upperBound == first {
                pieces[pieces.count - 1] = last.lowerBound..<end
            } else {
                pieces.append(first..<end)
            }
        }
        return pieces
    }

    /// Notes the password of `Basic` credentials that a reader made of a user and a password, where the capture has those.
    private mutating func hideUser(of line: FieldLine, in text: ArraySlice<UInt8>, at start: Int) {
        guard SecretPlaces.name(ofHeader: line.name) != nil, line.place.within == nil, line.place.byte >= start,
            let user = FieldSecrets.basicCredentials(in: line.value)
        else { return }
        var first = line.place.byte - start
        if first < text.count, "\"'".utf8.contains(text[text.startIndex + first]) { first += 1 }
        guard SpellingCursor.end(of: user[...], at: first, in: text.span) != nil else { return }
        for var span in URLSecrets.spans(ofUser: user[...], isEncoded: false) {
            guard let begin = SpellingCursor.end(of: user[..<span.range.lowerBound], at: first, in: text.span),
                let end = SpellingCursor.end(of: user[span.range], at: begin, in: text.span), end > begin
            else { continue }
            span.range = begin..<end
            hide([span], .identity, .placed)
        }
    }

    /// Notes a body that the capture has as bytes of its own, under layers or with checksums, where there is a secret in it.
    private mutating func hideEncoded(_ body: Body, in text: ArraySlice<UInt8>, at start: Int) {
        let range = body.place.byte - start..<body.place.byte - start + body.encoded.count
        guard !body.layers.isEmpty || CodedBytes(recognising: body.bytes) != nil, !body.isWrapped, body.fault == nil,
            range.lowerBound >= 0,
            range.upperBound <= text.count,
            text[(text.startIndex + range.lowerBound)..<(text.startIndex + range.upperBound)]
                .elementsEqual(body.encoded)
        else { return }
        let encoders = body.layers.map { layer in SecretWalk.encoder(of: layer) }
        guard !encoders.contains(nil) else { return }
        let (copy, secrets) = SecretWalk.copy(of: body.bytes, context, depth: 1)
        guard let copy else {
            inner += secrets
            return
        }
        let encoded = encoders.reversed().reduce(copy) { bytes, encoder in encoder?.encode(bytes[...]) ?? bytes }
        inner += secrets
        hide(range, .identity, .encoded(encoded), .joined)
    }

    private static func encoder(of layer: BodyLayer) -> ContentEncoder? {
        layer == .deflate ? .zlib : ContentEncoder(rawValue: layer.rawValue)
    }
}

extension SpellingCursor {
    /// Where a value ends that is spelled somehow from an offset of a text on; nil where another one is.
    static func end(of value: String, at offset: Int, in text: Span<UInt8>) -> Int? {
        end(of: Array(value.utf8)[...], at: offset, in: text)
    }

    /// The same of bytes.
    static func end(of value: ArraySlice<UInt8>, at offset: Int, in text: Span<UInt8>) -> Int? {
        guard offset < text.count else { return nil }
        var cursor = SpellingCursor(at: offset)
        for byte in SpellingCursor.reading(Array(value)) {
            guard cursor.next(in: text) == byte else { return nil }
        }
        return cursor.end
    }
}
