internal import CaptureReading
internal import JSONReading

/// The `reasoning_details` of a message while its pieces arrive: the texts of its reasoning, their signatures, and what
/// the provider encrypts.
///
/// Most servers say the texts in `reasoning` too.
///
/// https://openrouter.ai/docs/use-cases/reasoning-tokens
struct ReasoningDetails: Sendable {
    /// What the pieces of one detail have in common.
    private struct Key: Hashable, Sendable {
        let type: String
        let index: Int?
        /// The id, which counts where there is no index.
        let id: String?
    }

    /// Which of the parts holds the encrypted data of a detail.
    private var positions: [Key: Int] = [:]
    private var known: Set<Key> = []

    /// Folds the details of a piece.
    ///
    /// - Parameters:
    ///   - list: the details.
    ///   - isSpoken: whether the piece says the same texts elsewhere.
    ///   - parts: the parts of the message.
    ///   - details: what is said beside the parts: of each detail what it says beside its text and data.
    ///   - payload: the payload that holds them.
    mutating func append(
        _ list: JSONValue, isSpoken: Bool, to parts: inout PartAccumulator, details: inout DetailList,
        in payload: Payload
    ) {
        for detail in list.elements {
            let place = payload.place(of: detail)
            if !isSpoken, let text = detail.field("text") ?? detail.field("summary"), text.isFilledString {
                parts.append(text: text, as: .reasoning, signature: nil, place: place)
            }
            if let signature = detail["signature"]?.filledWord,
                !parts.sign(last: .reasoning, with: signature)
            {
                parts.beginText(as: .reasoning, signature: signature, place: place)
            }
            let key = ReasoningDetails.key(of: detail)
            if let data = detail["data"]?.filledWord {
                keep(data, of: key, in: &parts, place: place)
            }
            if !known.contains(key), let rest = ReasoningDetails.rest(of: detail) {
                known.insert(key)
                details.add(rest, as: "reasoning_details")
            }
        }
    }

    /// Keeps encrypted data as a part; what comes later for the same detail takes its place.
    private mutating func keep(_ data: String, of key: Key, in parts: inout PartAccumulator, place: Place?) {
        var part = MessagePart(.reasoning(""), place: place)
        part.redacted = data
        if let position = positions[key] {
            parts.replace(at: position, with: part)
        } else {
            positions[key] = parts.count
            parts.append(part)
        }
    }

    private static func key(of detail: JSONValue) -> Key {
        let index = detail["index"]?.int
        return Key(
            type: detail["type"]?.string ?? "", index: index, id: index == nil ? detail["id"]?.string : nil)
    }

    /// What a detail says beside its text and data, or nil when that is nothing.
    private static func rest(of detail: JSONValue) -> JSONValue? {
        let rest = detail.members.filter { member in !contents.contains(member.name) && !member.value.isNull }
        guard rest.contains(where: { member in member.name != "type" && member.name != "index" }) else { return nil }
        var writer = JSONWriter()
        writer.beginObject()
        for member in rest {
            writer.key(member.name)
            writer.value(member.value)
        }
        writer.endObject()
        return JSONDocument(parsing: writer.take()).root
    }

    private static let contents: Set = ["text", "summary", "signature", "data"]
}
