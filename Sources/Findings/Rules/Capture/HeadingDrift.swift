internal import CaptureReading

/// A section heading of a headers-pane dump that is not one of the known words, or has nothing under it.
enum HeadingDrift: Rule {
    static let descriptor = RuleDescriptor(
        id: "CAP005", name: "heading-drift", severity: .low,
        summary: "A section of the capture has an unknown heading, or no content.",
        why: "The tool that wrote the capture has changed its form, and what it means is a guess.",
        references: ["https://developer.chrome.com/docs/devtools/network/reference"],
        flagged: [
            """
            # request

            ## HEADERS
            URL
            https://relay.example/v1/models

            # responseId

            ## HEADER
            STATUS: 200 OK
            """
        ],
        clean: [
            """
            # request

            ## HEADERS
            URL
            https://relay.example/v1/models

            # response

            ## HEADER
            STATUS: 200 OK
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        exchange.exchange.defects.compactMap { defect in
            guard let message = messages[defect.id] else { return nil }
            return finding(message, where: "exchange.defects[\(defect.id)]", at: defect.place)
        }
    }

    private static let messages = [
        "headers-pane.empty-section": "section heading without content",
        "headers-pane.unknown-heading": "unknown section heading",
    ]
}
