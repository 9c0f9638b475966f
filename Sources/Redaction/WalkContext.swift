internal import ByteCoding
internal import ContentDecoding

/// What a walk through a text needs to know beside the text.
struct WalkContext: Sendable {
    /// The secrets that are known: none while they are being learned.
    var ledger = SecretLedger()

    /// What stands in the place of a secret.
    var marks: PlaceholderMaker?

    /// What is hidden and what is kept beside the usual.
    var options = RedactionOptions()

    /// Whether a mark is as long as what it stands for.
    var keepsLength = false

    /// How much is decoded on the way.
    var limits = WalkContext.usualLimits

    /// How many layers are opened, one in the other.
    static let depth = 8

    /// An attachment inside a body is smaller than a body.
    private static let usualLimits: DecodingLimits = {
        var limits = DecodingLimits()
        limits.bodySize = 64 << 20
        return limits
    }()

    /// Whether only what is secret is wanted, and no copy.
    var isLearning: Bool { marks == nil }

    /// Where the learned values stand in a text, in any spelling.
    func knownParts(of text: ArraySlice<UInt8>) -> [HiddenPart] {
        ledger.index.stretches(in: text.span).map { stretch in
            HiddenPart(range: stretch.range, content: .known(stretch.number), rank: .known)
        }
    }

    /// The learned value that the end of a capture's text cuts: its beginning is as secret, unless all such keys have it.
    func cutPart(atEndOf text: ArraySlice<UInt8>) -> HiddenPart? {
        let end = text.lastIndex { byte in !byte.isLineEnd }.map { last in last + 1 } ?? text.startIndex
        let text = text[..<end]
        guard let stretch = ledger.index.cutStretch(atEndOf: text.span),
            !Secret.isBlanked(String(decoding: text.suffix(stretch.range.count), as: UTF8.self))
        else { return nil }
        return HiddenPart(range: stretch.range, content: .known(stretch.number), rank: .known)
    }

    /// The bytes that a safe copy has in the place of a part.
    func replacement(of part: HiddenPart) -> [UInt8] {
        guard let marks else { return [] }
        let bytes = replacement(of: part, marks)
        guard keepsLength else { return bytes }
        let missing = max(0, part.range.count - bytes.count)
        return Array(bytes.prefix(part.range.count)) + repeatElement(UInt8(ascii: "*"), count: missing)
    }

    private func replacement(of part: HiddenPart, _ marks: PlaceholderMaker) -> [UInt8] {
        switch part.content {
        case .secret(let span, let isBare):
            let mark = text(for: span.value, kind: kind(of: span), marks)
            return part.written(Array((isBare ? "\"\(mark)\"" : mark).utf8))
        case .known(let number):
            let (kind, value) = ledger.value(ofNumber: number)
            return part.written(Array(text(for: value, kind: kind, marks).utf8))
        case .encoded(let bytes): return bytes
        case .rest: return part.written([])
        }
    }

    /// What a secret is; a value that is known is one thing wherever it stands.
    func kind(of span: SecretSpan) -> Secret.Kind {
        ledger.mark(of: span.value)?.kind ?? span.kind
    }

    private func text(for value: String, kind: Secret.Kind, _ marks: PlaceholderMaker) -> String {
        let kept =
            options.keepsClaims
            ? TokenClaims.kept(of: value) { text in marks.placeholder(of: text, kind: kind) } : nil
        return kept ?? marks.placeholder(of: value, kind: kind)
    }
}
