internal import CaptureReading

/// A request whose method the capture does not say.
enum MethodMissing: Rule {
    static let descriptor = RuleDescriptor(
        id: "CAP003", name: "method-missing", severity: .low,
        summary: "The capture does not say the request's method.",
        why: "The method that reports show is a guess: a request with content is taken for a POST.",
        references: ["RFC 9110 §9.1"],
        flagged: [
            """
            # request

            ## HEADERS
            URL
            https://relay.example/v1/models
            HEADERS
            Accept:
            */*
            """
        ],
        clean: [
            """
            GET /v1/models HTTP/1.1
            Accept: */*

            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard let request = exchange.request, request.method == nil else { return [] }
        let guess = request.inferredMethod.map { method in ", \(method) inferred" } ?? ""
        return [finding("no method captured\(guess)", where: "request.method", at: request.place)]
    }
}
