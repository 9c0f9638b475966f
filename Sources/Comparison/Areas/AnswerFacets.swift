internal import CaptureReading
internal import Conversation
internal import Findings
internal import JSONReading

/// What came back beside texts and images: tool calls by name and arguments, why it ended, by which model.
struct AnswerFacets {
    /// The facets.
    let facets: [Facet]

    /// The ids of requests in errors: they change with every run.
    private static let volatileMembers: Set = ["request_id", "requestId"]

    /// Reads an answer.
    init(_ exchange: InspectedExchange) {
        guard let answer = exchange.answer else {
            facets = AnswerFacets.failure(of: exchange)
            return
        }
        var facets: [Facet] = []
        // A model that answers as it was asked is no news beside the one that was asked.
        if let model = answer.model, model != exchange.prompt?.model {
            facets.append(Facet(.answer, "model", .text(model)))
        }
        facets.append(Facet(.answer, "complete", .text(answer.isComplete ? "true" : "false")))
        let isAlone = answer.messages.count < 2
        for (index, message) in answer.messages.enumerated() {
            let prefix = isAlone ? "" : "messages[\(index)]."
            if let reason = message.finishReason {
                facets.append(Facet(.answer, prefix + "finish_reason", .text(reason.raw)))
            }
            facets += message.parts.compactMap { part in AnswerFacets.call(part, prefix: prefix) }
        }
        if let reason = answer.blockReason {
            facets.append(Facet(.answer, "block_reason", .text(reason), at: answer.blockReasonPlace))
        }
        if let error = answer.error {
            let hash = ContentHash(of: CanonicalJSON.bytes(of: error, omitting: AnswerFacets.volatileMembers)[...])
            facets.append(
                Facet(.answer, "error", .json(error, names: ["error"]), at: answer.errorPlace, hash: hash))
        }
        self.facets = Facet.numbered(facets) + AnswerFacets.failure(of: exchange)
    }

    /// A call, by the tool's name.
    private static func call(_ part: MessagePart, prefix: String) -> Facet? {
        guard case .toolCall(let call) = part.content else { return nil }
        let value = call.arguments.map { arguments in ComparedValue.json(arguments, names: []) }
        return Facet(
            .answer, "\(prefix)tool_calls[\(call.name)]", value ?? .text(call.argumentsText), at: part.place)
    }

    /// Why there is no whole response, in the recorder's words.
    private static func failure(of exchange: InspectedExchange) -> [Facet] {
        exchange.exchange.failure.map { failure in [Facet(.answer, "failure", .text(failure))] } ?? []
    }
}
