internal import CaptureReading
internal import JSONReading

/// One alternative of an answer while its chunks arrive.
struct GeminiCandidate: Sendable {
    /// Its number.
    let index: Int

    private var role: String?
    private var parts = PartAccumulator()
    private var finishReason: String?
    private var details = DetailList()
    private var ratings = GeminiRatings()
    private var citations: Set<[UInt8]> = []
    private var openCall: OpenCall?
    private var warnings: [AnswerWarning] = []

    /// Whether the text of the answer has not begun, and thoughts that were asked for come before it.
    private var isBeforeText: Bool

    /// A function call whose arguments arrive in pieces.
    private struct OpenCall: Sendable {
        var position: Int
        var id: String?
        var name: String
        var arguments: PartialArguments
    }

    /// Creates an alternative without content.
    init(index: Int, beginsWithThoughts: Bool) {
        self.index = index
        isBeforeText = beginsWithThoughts
    }

    /// Folds the piece of one chunk.
    mutating func append(_ piece: JSONValue, in payload: Payload) {
        for member in piece.members where !member.value.isNull {
            switch member.name {
            case "content":
                role = member.value.field("role")?.string ?? role
                for part in member.value.field("parts")?.elements.map({ part in part }) ?? [] {
                    append(part: GeminiPart(part, in: payload))
                }
            case "finishReason", "finish_reason":
                finishReason = GeminiEnum.finishReason.name(member.value) ?? finishReason
            case "index":
                break
            default:
                keep(member.name, member.value)
            }
        }
    }

    /// What is said of the whole answer anew in each chunk: the last word counts.
    ///
    /// Everything else is kept each time it is said.
    private static let snapshots: Set = ["finishMessage", "finish_message", "tokenCount"]

    private mutating func keep(_ name: String, _ value: JSONValue) {
        switch name {
        case "safetyRatings", "safety_ratings":
            ratings.append(value)
            details.replace(ratings.value ?? value, as: name)
        case "citationMetadata", "citation_metadata":
            // Each chunk repeats the sources that it knows.
            if citations.insert(Array(value.rawBytes)).inserted { details.add(value, as: name) }
        case _ where GeminiCandidate.snapshots.contains(name): details.replace(value, as: name)
        default: details.add(value, as: name)
        }
    }

    private mutating func append(part: GeminiPart) {
        if let text = part.text {
            append(text: text, of: part)
        } else if let blob = part.blob {
            parts.append(
                blob: blob, signature: part.signature, details: part.details(beside: .blob(blob)), place: part.place)
        } else if let call = part.functionCall {
            append(call: call, of: part)
        } else {
            parts.append(part.messagePart)
        }
    }

    /// Text continues the text before it.
    ///
    /// An empty one that carries a signature signs what came before, and is a part only at the beginning.
    private mutating func append(text: JSONValue, of part: GeminiPart) {
        let details = part.textDetails
        guard !text.contentRange.isEmpty || part.signature != nil || !details.isEmpty else { return }
        let kind = part.isCutBeforeMark && isBeforeText ? .reasoning : part.textKind
        if kind == .text { isBeforeText = false }
        parts.append(text: text, as: kind, signature: part.signature, details: details, place: part.place)
    }

    /// A call that names its function begins one; a call without a name continues the one that is open.
    ///
    /// An empty one closes it, as the next name does and the end, and as a piece does that says that no more follows.
    private mutating func append(call: JSONValue, of part: GeminiPart) {
        if let name = call.field("name")?.string {
            closeCall()
            guard
                call.field("willContinue", "will_continue")?.bool == true
                    || call.field("partialArgs", "partial_args") != nil
            else {
                return parts.append(part.messagePart)
            }
            let whole = GeminiPart.toolCall(call)
            openCall = OpenCall(
                position: parts.count, id: whole.id, name: name,
                arguments: PartialArguments(startingWith: whole.arguments))
            parts.append(MessagePart(.toolCall(whole), signature: part.signature, place: part.place))
        }
        guard let position = openCall?.position else {
            if call.count > 0 { parts.append(part.messagePart) }
            return
        }
        if call.field("name") == nil {
            parts.sign(at: position, with: part.signature)
            openCall?.arguments.merge(call.field("args", "arguments"))
        }
        for piece in call.field("partialArgs", "partial_args")?.elements.map({ piece in piece }) ?? [] {
            openCall?.arguments.put(piece)
        }
        if call.count == 0 || call.field("willContinue", "will_continue")?.bool == false { closeCall() }
    }

    /// Writes the arguments of the open call into its part; nothing when none is open.
    private mutating func closeCall() {
        guard let call = openCall else { return }
        openCall = nil
        let arguments = call.arguments.assembled()
        if arguments.isBroken {
            let message =
                "expected pieces of arguments that fit together, found one that does not in the call of \(call.name)"
            warnings.append(AnswerWarning(.brokenArguments, message))
        }
        let whole = ToolCall(id: call.id, name: call.name, argumentsText: arguments.text, arguments: arguments.value)
        parts.replace(at: call.position, with: .toolCall(whole))
    }

    /// The message, and what was odd about it.
    consuming func finish() -> (message: Message, warnings: [AnswerWarning]) {
        closeCall()
        if parts.hasLoneSurrogates {
            let message = "expected both halves of every surrogate pair, found one alone; U+FFFD stands for it"
            warnings.append(AnswerWarning(.loneSurrogate, message))
        }
        let reason = finishReason.map { raw in FinishReason(raw: raw, unified: GeminiEnum.unified(raw)) }
        let message = Message(
            index: index, role: role ?? "model", parts: parts.finish(), finishReason: reason, details: details.details)
        return (message, warnings)
    }
}
