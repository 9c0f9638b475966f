internal import ByteCoding
internal import CaptureReading

/// The secrets of an exchange that no name tells: those of a known shape, those that words announce, and those in what is
/// encoded.
struct ExchangeWalk {
    private let context: WalkContext

    init(_ context: WalkContext) {
        self.context = context
    }

    /// The secrets, in no order that counts, and whether its bodies have one, or the mark of one that was taken out.
    func secrets(in exchange: Exchange) -> (secrets: [Secret], standInBodies: Bool) {
        var standInBodies = false
        let secrets = messages(of: exchange).flatMap { message -> [Secret] in
            let container = Secret.Container.json(name: "", isResponse: message.isResponse)
            let body = walk(through: message.body)
            standInBodies = standInBodies || !body.isBarren
            let spans = spans(inHeadOf: message) + spans(of: body)
            return spans.map { span in span.secret(in: container, textAt: nil) }
        }
        return (secrets, standInBodies)
    }

    /// Whether there is one left that would be replaced, by its place or otherwise.
    func holdsSecret(_ exchange: Exchange) -> Bool {
        SecretScanner.secrets(in: exchange).contains { secret in !secret.isTakenOut && !context.isAllowed(secret) }
            || messages(of: exchange).contains { message in
                !spans(inHeadOf: message).isEmpty || !spans(of: walk(through: message.body)).isEmpty
            }
    }

    /// A request or a response.
    private struct Message {
        let isResponse: Bool
        let target: String?
        let fields: FieldLines
        let body: Body?
    }

    private func messages(of exchange: Exchange) -> [Message] {
        let request = exchange.request.map { request in
            Message(isResponse: false, target: request.target, fields: request.fields, body: request.body)
        }
        let response = exchange.response.map { response in
            Message(isResponse: true, target: nil, fields: response.fields, body: response.body)
        }
        return [request, response].compactMap { message in message }
    }

    private func walk(through body: Body?) -> SecretWalk {
        var walk = SecretWalk(context)
        if let body { walk.walk(body.bytes, .identity, depth: 1) }
        return walk
    }

    private func spans(inHeadOf message: Message) -> [SecretSpan] {
        var found: [SecretSpan] = []
        if let target = message.target {
            found += spans(in: Array(target.utf8)[...]) { walk, text in
                walk.hideURL(text)
                walk.walkWords(text, .identity, depth: 1)
            }
        }
        for line in message.fields { found += spans(in: line, isResponse: message.isResponse) }
        return found
    }

    private func spans(in line: FieldLine, isResponse: Bool) -> [SecretSpan] {
        guard !context.isAllowed(name: line.name) else { return [] }
        if let name = context.options.meaning(of: line.name, listed: SecretPlaces.name(ofHeader: line.name)) {
            return FieldSecrets.spans(in: line.value, of: name).filter { span in !span.isTakenOut }
        }
        let value = Array(line.value.utf8)
        if !isResponse, UnknownHeaders.mayHoldSecret(line.name), SecretLook.isSecret(value) {
            return [ExchangeWalk.whole(line)].filter { span in !span.isTakenOut }
        }
        return spans(in: value[...]) { walk, text in walk.walk(text, .identity, depth: 1) }
    }

    /// What a walk through one text finds.
    private func spans(
        in text: ArraySlice<UInt8>, by look: (inout SecretWalk, ArraySlice<UInt8>) -> Void
    ) -> [SecretSpan] {
        var walk = SecretWalk(context)
        look(&walk, text)
        return spans(of: walk)
    }

    /// What a walk has found.
    private func spans(of walk: SecretWalk) -> [SecretSpan] {
        walk.inner.filter { span in !span.isTakenOut } + HiddenPart.merged(walk.hidden).compactMap(context.span)
    }

    private static func whole(_ line: FieldLine) -> SecretSpan {
        SecretSpan(
            kind: .key, value: line.value, range: 0..<line.value.utf8.count, name: line.name, hasOrdinaryName: true)
    }
}

extension WalkContext {
    /// The secret that a part is; nil for what has one inside, and for the rest of one.
    func span(of part: HiddenPart) -> SecretSpan? {
        switch part.content {
        case .secret(let span, _): return span
        case .known(let number):
            let (kind, value) = ledger.value(ofNumber: number)
            return SecretSpan(kind: kind, value: value, range: part.range, name: nil, hasOrdinaryName: false)
        case .encoded, .rest: return nil
        }
    }

    /// Whether a name is one whose values are kept.
    func isAllowed(name: String) -> Bool {
        !options.allowed.isEmpty && options.allowed.contains(SecretPlaces.foldedMember(name))
    }

    /// Whether a secret stands under such a name.
    func isAllowed(_ secret: Secret) -> Bool {
        switch secret.container {
        case .requestHeader(let name), .responseHeader(let name), .query(let name), .json(let name, _),
            .surroundings(let name):
            isAllowed(name: name)
        case .userInformation, .url: false
        }
    }
}

extension SecretSpan {
    /// Whether the value was taken out before.
    var isBlanked: Bool { Secret.isBlanked(value) }

    /// Whether the value was taken out before, or what it is the base64 of.
    var isTakenOut: Bool { Secret.isTakenOut(value) }
}

extension Secret {
    /// Whether the value was taken out before, or what it is the base64 of.
    var isTakenOut: Bool { Secret.isTakenOut(value) }

    /// Whether a value was taken out before, or what it is the base64 of: readers of commands make `Basic` credentials
    /// of a user and a password.
    static func isTakenOut(_ value: String) -> Bool {
        if isBlanked(value) { return true }
        guard value.utf8.count >= 12, value.utf8.allSatisfy(ByteClass.base64.contains) else { return false }
        let decoded = Base64.decode(Array(value.utf8)[...]).bytes
        // What was issued may be the base64 of a colon before anything.
        guard decoded.allSatisfy({ byte in (0x20...0x7E).contains(byte) }) else { return false }
        if isBlanked(String(decoding: decoded, as: UTF8.self)) { return true }
        guard let colon = decoded.firstIndex(of: UInt8(ascii: ":")), colon + 1 < decoded.count else { return false }
        return isBlanked(String(decoding: decoded[(colon + 1)...], as: UTF8.self))
    }
}
