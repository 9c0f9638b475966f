internal import ByteCoding
internal import CaptureReading
internal import ContentDecoding
internal import JSONReading

/// A walk through a text and everything that is encoded in it, in search of secrets.
///
/// What keeps the order of its bytes (the escapes of JSON, the data of events, percent-encoding) is looked into where it
/// stands: all that is found has a range of the text itself. What does not (base64, gzip) is decoded, walked through by
/// a walk of its own and encoded anew. Each layer is passed over a fixed number of times, and no more than
/// `WalkContext.depth` layers are opened: time is linear in what is decoded.
struct SecretWalk {
    let context: WalkContext

    /// What was found, in no order.
    var hidden: [HiddenPart] = []

    /// The secrets that were found in what is encoded in the text.
    var inner: [SecretSpan] = []

    /// Whether it came by a secret that was taken out before.
    private var hasBlanks = false

    /// How many containers of JSON lie around what is being walked through, those around the text of a string included.
    var level: Int

    /// The levels down to which each has a call of its own: threads have little room for calls.
    static let mostLevels = 128

    /// What need not be walked through again.
    var barren = BarrenTexts()

    /// Creates a walk through what lies so many levels deep in JSON.
    init(_ context: WalkContext, level: Int = 0) {
        self.context = context
        self.level = level
    }

    /// Walks through a text that lies in some layers, and gives what is to be hidden in it, in order, and the secrets of
    /// what is encoded in it.
    static func parts(
        of text: ArraySlice<UInt8>, _ context: WalkContext, depth: Int = 0, level: Int = 0
    ) -> (parts: [HiddenPart], inner: [SecretSpan]) {
        var walk = SecretWalk(context, level: level)
        walk.walk(text, TextMap.identity, depth: depth)
        return (HiddenPart.merged(walk.hidden), walk.inner)
    }

    /// A text without its secrets, or nil when there are none; and those that its places and shapes tell.
    static func copy(
        of text: ArraySlice<UInt8>, _ context: WalkContext, depth: Int, level: Int = 0
    ) -> (bytes: [UInt8]?, secrets: [SecretSpan]) {
        let (parts, inner) = parts(of: text, context, depth: depth, level: level)
        let secrets = parts.compactMap(context.span)
        return (parts.isEmpty ? nil : applying(parts, to: text, context), inner + secrets)
    }

    /// A text with its parts replaced.
    static func applying(_ parts: [HiddenPart], to text: ArraySlice<UInt8>, _ context: WalkContext) -> [UInt8] {
        guard !context.isLearning else { return [] }
        return text.replacing(parts.lazy.map { part in (range: part.range, bytes: context.replacement(of: part)) })
    }

    /// Notes a part.
    mutating func hide(_ range: Range<Int>, _ map: TextMap, _ content: HiddenPart.Content, _ rank: HiddenPart.Rank) {
        hidden.append(HiddenPart(range: map.range(range), content: content, rank: rank))
    }

    /// Notes secrets of a text, unless they were taken out before.
    mutating func hide(_ spans: [SecretSpan], _ map: TextMap, _ rank: HiddenPart.Rank, isBare: Bool = false) {
        for span in spans {
            guard !span.isBlanked else {
                hasBlanks = true
                continue
            }
            hide(span.range, map, .secret(span, isBare: isBare), rank)
        }
    }

    /// Notes what was encoded anew, and the secrets in it.
    mutating func hideEncoded(_ range: Range<Int>, _ map: TextMap, _ bytes: [UInt8], _ secrets: [SecretSpan]) {
        inner += secrets
        hide(range, map, .encoded(map.written(bytes)), .encoded)
    }
}

extension SecretWalk {
    /// Walks through a text of any kind.
    mutating func walk(_ text: ArraySlice<UInt8>, _ map: TextMap, depth: Int) {
        guard text.count >= SecretIndex.shortest else { return }
        hideKnown(in: text, map)
        guard !isQuiet(text) else { return }
        // However deep a key lies, it has its letters.
        guard depth <= WalkContext.depth else { return hide(SecretShapes.spans(in: text), map, .shaped) }
        if Base64Run.isAll(of: text) {
            hide(SecretShapes.spans(in: text), map, .shaped)
            walkBase64(text, map, depth: depth)
        } else if let coded = CodedBytes(recognising: text) {
            walkCoded(text, coded, map, depth: depth)
        } else if SecretWalk.isText(text) {
            walkText(text, map, depth: depth)
        } else {
            // Words may stand between other bytes.
            hide(SecretShapes.spans(in: text), map, .shaped)
        }
    }

    /// Whether a string whose place says nothing needs no walk: nothing is in it, or nothing was.
    func isBarren(_ text: ArraySlice<UInt8>, depth: Int) -> Bool {
        context.ledger.isEmpty && isQuiet(text) || barren.contains(text, depth: depth)
    }

    /// Whether nothing was found, not even the mark of a secret that was taken out before.
    var isBarren: Bool { foundCount == 0 && !hasBlanks }

    /// How much was found.
    var foundCount: Int { hidden.count + inner.count }

    /// Whether nothing in a text can be a secret or hold one, but for what is known: true for most pieces of an answer, at
    /// little cost.
    func isQuiet(_ text: ArraySlice<UInt8>) -> Bool {
        let bytes = text.span
        guard text.count >= SecretWalk.shortestShape else {
            return !context.options.hidesPersonalData && !ProsePlaces.mayHoldPlace(text)
        }
        return !context.options.hidesPeople && SecretWalk.noisyBytes.first(in: bytes, from: 0) == nil
            && !ProsePlaces.mayHoldURL(text) && !CommandOptions.mayHoldOption(text) && !SecretShapes.mayBegin(in: bytes)
            && Base64Alphabet.runs.first(of: SecretWalk.shortestMembers, in: bytes, from: 0) == nil
            && CodedBytes(recognising: text) == nil
    }

    /// What a name and a value, an escape or a coding has, and words have not.
    ///
    /// A document of JSON without any of them has no names, and nothing in it that its text does not show.
    private static let noisyBytes = ByteSieve(
        anyOf: Array(":=%\\".utf8) + (0..<0x20).filter { byte in !byte.isWhiteSpace })

    /// No shape of a key is shorter, and no base64 that is looked into, in bytes.
    private static let shortestShape = 12

    /// Notes the learned values of a text, in any spelling.
    mutating func hideKnown(in text: ArraySlice<UInt8>, _ map: TextMap) {
        for part in context.knownParts(of: text) { hide(part.range, map, part.content, part.rank) }
    }

    private mutating func walkText(_ text: ArraySlice<UInt8>, _ map: TextMap, depth: Int) {
        let body = Body(bytes: text, place: Place(byte: 0))
        switch body.content(declared: nil) {
        case .json, .jsonLines: walkJSON(text, map, depth: depth)
        case .eventStream:
            walkEvents(text, map, depth: depth)
            walkOtherLines(of: text, map, depth: depth)
        case .other, .awsEventStream:
            let first = text.first { byte in !byte.isWhiteSpace }
            // The rest of a document that was cut before it, or a string that holds another one.
            if first.map({ byte in "\",]}".utf8.contains(byte) }) ?? false {
                walkJSON(text, map, depth: depth)
            } else {
                walkProse(text, map, depth: depth)
            }
        }
    }

    /// Whether bytes are a text, by their first ones: control characters but white space and the escape of terminals
    /// stand in none.
    static func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.prefix(512).contains { byte in
            byte < 0x20 && !(0x07...0x0D).contains(byte) && byte != 0x1B || byte == 0x7F
        }
    }
}
