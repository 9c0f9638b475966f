internal import CaptureReading
internal import JSONReading

/// The tool calls of a message while their pieces arrive.
///
/// A call has its place among the parts from its first piece on. Pieces are told apart by their `index`; servers that
/// send none send whole calls, and some send the same one for calls that have ids of their own.
struct ToolCallAccumulator: Sendable {
    /// A call; its arguments lie open in it, so that they grow in place.
    private struct Call: Sendable {
        /// Which of the parts it is.
        let position: Int
        var id: String?
        var name: String?
        /// Whether its arguments are a text of any kind, not JSON.
        var isCustom = false
        var arguments = JSONText()
        /// Whether any piece was one of a function or of a custom tool.
        var isCall = false
    }

    private var calls: [Call] = []
    private var callsByIndex: [Int: Int] = [:]
    private var callsByID: [[UInt8]: Int] = [:]
    private var legacyCall: Int?

    /// Folds a piece of `tool_calls`; in a whole message each is a call of its own.
    mutating func append(_ piece: JSONValue, isWhole: Bool, to parts: inout PartAccumulator, in payload: Payload) {
        let call = (isWhole ? nil : known(piece)) ?? begin(with: piece, in: &parts, place: payload.place(of: piece))
        fold(piece, into: call, of: &parts)
    }

    /// Folds `function_call`, the only call that a message could have before there were tools.
    mutating func append(legacy function: JSONValue, to parts: inout PartAccumulator, in payload: Payload) {
        guard function["name"]?.filledWord != nil || function["arguments"]?.filledWord != nil else { return }
        let call = legacyCall ?? begin(with: function, in: &parts, place: payload.place(of: function))
        legacyCall = call
        fold(function: function, into: call, of: &parts)
    }

    /// The call that a piece continues, or nil when it begins one.
    private func known(_ piece: JSONValue) -> Int? {
        let id = piece["id"]?.filledWord
        let name = (piece.field("function") ?? piece.field("custom"))?["name"]?.filledWord
        if let index = piece["index"]?.int {
            guard let call = callsByIndex[index] else { return nil }
            if let id, name != nil, let known = calls[call].id, known != id { return nil }
            return call
        }
        if let id, let call = callsByID[Array(id.utf8)] { return call }
        return name == nil ? calls.indices.last : nil
    }

    /// Begins a call, and gives it its place among the parts, where its first piece stays when none says what is called.
    private mutating func begin(with piece: JSONValue, in parts: inout PartAccumulator, place: Place?) -> Int {
        calls.append(Call(position: parts.count))
        parts.append(MessagePart(.other(type: piece["type"]?.filledWord ?? "tool_calls", raw: piece), place: place))
        if let index = piece["index"]?.int { callsByIndex[index] = calls.count - 1 }
        return calls.count - 1
    }

    /// Folds a piece: of what names the call the first word counts, the rest grows.
    private mutating func fold(_ piece: JSONValue, into call: Int, of parts: inout PartAccumulator) {
        for member in piece.members where !member.value.isNull {
            switch member.name {
            case "index": break
            case "id":
                guard calls[call].id == nil, let id = member.value.filledWord else { continue }
                calls[call].id = id
                callsByID[Array(id.utf8)] = call
            case "type":
                guard let type = member.value.filledWord, type != "function" else { continue }
                parts.note(member.value, as: "type", at: calls[call].position)
            case "function":
                fold(function: member.value, into: call, of: &parts)
            case "custom":
                fold(custom: member.value, into: call, of: &parts)
            case "extra_content":
                // Gemini's signature of a call, in its compatible API.
                let signature = member.value["google"]?["thought_signature"]?.filledWord
                parts.sign(at: calls[call].position, with: signature)
                parts.note(member.value, as: "extra_content", at: calls[call].position)
            default:
                parts.note(member.value, as: member.name, at: calls[call].position)
            }
        }
    }

    private mutating func fold(function: JSONValue, into call: Int, of parts: inout PartAccumulator) {
        calls[call].isCall = true
        for member in function.members where !member.value.isNull {
            switch member.name {
            case "name": calls[call].name = calls[call].name ?? member.value.filledWord
            case "arguments": append(member.value, to: call)
            default: parts.note(member.value, as: member.name, at: calls[call].position)
            }
        }
    }

    /// Folds what is called with a text; some servers fill it with empty words beside a function.
    private mutating func fold(custom: JSONValue, into call: Int, of parts: inout PartAccumulator) {
        for member in custom.members where !member.value.isNull {
            switch member.name {
            case "name":
                guard let name = member.value.filledWord, calls[call].name == nil else { continue }
                calls[call].name = name
                calls[call].isCall = true
                calls[call].isCustom = true
            case "input": append(member.value, to: call)
            default: parts.note(member.value, as: member.name, at: calls[call].position)
            }
        }
    }

    /// Adds to the arguments: text, or the text of an object where a server sends one.
    private mutating func append(_ value: JSONValue, to call: Int) {
        if value.kind == .string {
            calls[call].arguments.append(value)
        } else {
            calls[call].arguments.append(String(decoding: value.rawBytes, as: UTF8.self))
        }
    }

    /// Writes the calls into their places; what was odd about them.
    consuming func finish(into parts: inout PartAccumulator) -> [AnswerWarning] {
        var broken: String?
        var hasLoneSurrogates = false
        for call in calls where call.isCall {
            hasLoneSurrogates = hasLoneSurrogates || call.arguments.hasLoneSurrogates
            let arguments = CallArguments(pieces: call.arguments, whole: nil)
            let name = call.name ?? ""
            if arguments.value == nil, !call.isCustom { broken = broken ?? name }
            let whole = ToolCall(id: call.id, name: name, argumentsText: arguments.text, arguments: arguments.value)
            parts.replace(at: call.position, with: .toolCall(whole))
        }
        var warnings: [AnswerWarning] = []
        if hasLoneSurrogates { warnings.append(AnswerWarning.loneSurrogate) }
        if let broken {
            let message =
                "expected the arguments of every call to be JSON, found some that are not in the call of \(broken)"
            warnings.append(AnswerWarning(.brokenArguments, message))
        }
        return warnings
    }
}
