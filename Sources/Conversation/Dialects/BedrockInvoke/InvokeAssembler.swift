internal import ByteCoding
internal import CaptureReading
internal import JSONReading

/// Unwraps the events of a model at Bedrock, and has them folded in the model's own dialect.
///
/// The first event tells the dialect; where none claims it, it is one of those that say little more than a text.
struct InvokeAssembler: MessageAssembler {
    private var inner: (any MessageAssembler)?
    private var error: (value: JSONValue, name: String?, payload: Payload)?
    private var unreadable: (count: Int, first: Place?) = (0, nil)
    private var details = DetailList()

    /// Folds one event, or a whole answer.
    mutating func append(_ payload: Payload) {
        if payload.isException {
            error = error ?? (payload.root, payload.eventType, payload)
        } else if payload.eventType == nil {
            fold(payload)
        } else if payload.eventType == BedrockInvoke.chunk, let bytes = payload.root["bytes"], bytes.kind == .string {
            let text = bytes.contentBytes ?? Array((bytes.string ?? "").utf8)[...]
            let document = JSONDocument(parsing: Base64.decode(text).bytes)
            if !document.isComplete {
                unreadable = (unreadable.count + 1, unreadable.first ?? payload.place(of: bytes))
            }
            if let root = document.root { fold(Payload(root: root, in: bytes, of: payload)) }
        } else {
            details.add(payload.root, as: payload.eventType ?? "")
        }
    }

    private mutating func fold(_ payload: Payload) {
        if inner == nil {
            let dialect = DialectCatalog.recognise(DialectEvidence(firstPayload: payload.root))
            inner = dialect?.makeAssembler() ?? TextGenerationAssembler()
        }
        inner?.append(payload)
    }

    /// The answer, by the rule of the model's own dialect.
    consuming func finish() -> Answer {
        var answer = inner?.finish() ?? Answer()
        if let error, answer.error == nil {
            answer.error = error.value
            answer.errorPlace = error.payload.place(of: error.value)
            if let name = error.name, let value = JSONValue(text: name) { details.replace(value, as: "exception_type") }
        }
        if unreadable.count > 0 {
            let message = "expected JSON in the bytes of every chunk, found \(unreadable.count) that are not whole JSON"
            answer.warnings.append(AnswerWarning(.unreadablePiece, message, place: unreadable.first))
        }
        answer.details += details.details
        return answer
    }
}
