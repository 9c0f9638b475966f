/// The types of the events of Cohere's second version.
enum CohereEvent: String {
    case messageStart = "message-start"
    case contentStart = "content-start"
    case contentDelta = "content-delta"
    case contentEnd = "content-end"
    case toolPlanDelta = "tool-plan-delta"
    case toolCallStart = "tool-call-start"
    case toolCallDelta = "tool-call-delta"
    case toolCallEnd = "tool-call-end"
    case citationStart = "citation-start"
    case citationEnd = "citation-end"
    case messageEnd = "message-end"
}
