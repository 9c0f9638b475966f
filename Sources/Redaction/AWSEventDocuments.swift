internal import ByteCoding
internal import EventStreaming
internal import JSONReading

/// The documents of an AWS event stream, which together are one text: a secret may take pieces of several.
///
/// The payload of a message is one, or holds one as base64 under `bytes`, as Bedrock wraps the events of its models.
///
/// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_PayloadPart.html
struct AWSEventDocuments {
    /// A document, and the message that has it.
    private struct Document {
        let message: AWSEventMessage
        let bytes: ArraySlice<UInt8>

        /// Where it begins in all of them, one behind the other.
        let start: Int

        /// The base64 that it stands in; nil where the payload is the document.
        let run: Base64Run?

        /// The payload with another document.
        func payload(with document: [UInt8]) -> [UInt8] {
            guard let run else { return document }
            let payload = message.payload
            return payload[..<run.start] + run.encoded(document) + payload[run.end...]
        }
    }

    private var documents: [Document] = []
    private var texts = SplitTexts()

    /// Adds the document of the next message; none where its payload is no JSON.
    mutating func add(_ message: AWSEventMessage) {
        guard let root = JSONDocument(parsing: message.payload).root else { return }
        if let run = AWSEventDocuments.run(in: root, of: message.payload) {
            let decoding = Base64.decode(run.characters)
            if decoding.isDecoded, let inner = JSONDocument(parsing: decoding.bytes[...]).root {
                return add(inner, Document(message: message, bytes: decoding.bytes[...], start: end, run: run))
            }
        }
        add(root, Document(message: message, bytes: message.payload, start: end, run: nil))
    }

    private var end: Int { documents.last.map { last in last.start + last.bytes.count } ?? 0 }

    private mutating func add(_ root: JSONValue, _ document: Document) {
        texts.collect(root, TextMap.identity.part(at: document.start))
        documents.append(document)
    }

    /// The base64 that a payload has under `bytes`, which is nothing else.
    private static func run(in root: JSONValue, of payload: ArraySlice<UInt8>) -> Base64Run? {
        guard let coded = root["bytes"], coded.kind == .string, !coded.isUnfinished else { return nil }
        let range = coded.contentRange
        let length = Base64Alphabet.runs.end(in: payload.span, from: range.lowerBound) - range.lowerBound
        guard length > 0 else { return nil }
        let run = Base64Run(range.lowerBound..<range.lowerBound + length, in: payload)
        return run.end == payload.startIndex + range.upperBound ? run : nil
    }

    /// The payloads in which pieces of secrets stand without them, and the secrets that begin there; by the offsets of
    /// their messages.
    func withoutPieces(_ context: WalkContext) -> [Int: (payload: [UInt8], secrets: [SecretSpan])] {
        var walk = SecretWalk(context)
        walk.joinPieces(of: texts, isStream: true)
        var rest = HiddenPart.merged(walk.hidden)[...]
        var changed: [Int: (payload: [UInt8], secrets: [SecretSpan])] = [:]
        for document in documents {
            let end = document.start + document.bytes.count
            let own = rest.prefix { part in part.range.lowerBound < end }
            guard !own.isEmpty else { continue }
            rest = rest.dropFirst(own.count)
            // While secrets are learned nothing stands in their place.
            let bytes = document.bytes.replacing(
                own.lazy.map { part in
                    let start = part.range.lowerBound - document.start
                    return (range: start..<start + part.range.count, bytes: context.replacement(of: part))
                })
            changed[document.message.offset] = (document.payload(with: bytes), own.compactMap(context.span))
        }
        return changed
    }
}
