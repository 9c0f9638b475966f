internal import CaptureReading
internal import Conversation
internal import JSONReading

/// What the request says of keeping it, of who asks, and of features that are not released.
enum RetentionSwitches: Rule {
    static let descriptor = RuleDescriptor(
        id: "CFG006", name: "retention-switches", severity: .info,
        summary: "The request says whether it may be stored, names its user, or opts into features in testing.",
        why: "It is what a review of privacy asks for first.",
        references: [
            "https://platform.openai.com/docs/guides/your-data", "https://docs.anthropic.com/en/api/messages",
            "https://openrouter.ai/docs/features/privacy-and-logging",
        ],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [], "store": true}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": []}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard exchange.isConversation, let root = exchange.conversation.requestDocument?.root, root.isObject else {
            return []
        }
        var found = switches.compactMap { path -> Finding? in
            var value: JSONValue? = root
            for name in path { value = value?[name] }
            guard let value, !value.isNull else { return nil }
            let name = path.joined(separator: ".")
            return finding(
                "\(name)\(shown(value))", where: "request.body.\(name)",
                at: exchange.request?.body?.place(ofByte: value.byteRange.lowerBound))
        }
        found += exchange.requestFields.filter { line in line.isNamed("anthropic-beta") }.map { line in
            finding(
                "anthropic-beta \(Excerpt(line.value))", where: LogicalPlace.requestHeader(line.name), at: line.place)
        }
        return found
    }

    /// A switch with its position; of the names of users only that they are there.
    private static func shown(_ value: JSONValue) -> String {
        switch value.kind {
        case .true: " true"
        case .false: " false"
        default: " sent"
        }
    }

    private static let switches = [
        ["store"], ["user"], ["safety_identifier"], ["metadata", "user_id"], ["provider", "data_collection"],
        ["provider", "zdr"], ["prompt_cache_retention"],
    ]
}
