internal import CaptureReading

/// The programs that the request names: application, runtime and libraries with their versions.
enum ClientNamed: Rule {
    static let descriptor = RuleDescriptor(
        id: "HST005", name: "client-named", severity: .info,
        summary: "The request names the program that sent it.",
        why: "Whoever wants to see the same happen again needs the same program in the same version.",
        references: ["RFC 9110 §10.1.5", "https://google.aip.dev/client-libraries/4236"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1
            User-Agent: WalkToPerth/1.0 (Linux) Electron/1.2.3

            {}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1
            User-Agent: Mozilla/5.0 (X11; Linux x86_64) Chrome/138.0

            {}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard exchange.isConversation else { return [] }
        let identity = ClientIdentity(exchange.requestFields)
        let names = [identity.application, identity.runtime].compactMap { name in name } + identity.libraries
        guard !names.isEmpty else { return [] }
        let header = identity.application == nil && identity.runtime == nil ? "x-goog-api-client" : "user-agent"
        // A header may hold as many products as it likes.
        let message = names.prefix(4).map { name in "\(Excerpt(name))" }.joined(separator: ", ")
        return [
            finding(message, where: LogicalPlace.requestHeader(header), at: exchange.requestFields.first(header)?.place)
        ]
    }
}
