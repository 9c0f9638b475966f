internal import CaptureReading
internal import Conversation

/// The size of data that were taken out, worked out from the declared length of their body.
///
/// What is missing in the captured body is base64 of the data, four characters for three bytes; padding makes it up
/// to two bytes less.
enum ElidedSizeRecovered: Rule {
    static let descriptor = RuleDescriptor(
        id: "CAP008", name: "elided-size-recovered", severity: .info,
        summary: "Content-Length tells the size of data that were taken out of the capture.",
        why: "It tells what is missing, and whether the same image went there and came back.",
        references: ["RFC 4648 §4", "RFC 9110 §8.6"],
        flagged: [
            """
            HTTP/1.1 200 OK
            Content-Length: 4099

            {"candidates": [{"content": {"parts": [{"inlineData": {"mimeType": "image/png", "data": "<image>"}}]}}]}
            """
        ],
        clean: [
            """
            HTTP/1.1 200 OK

            {"candidates": [{"content": {"parts": [{"inlineData": {"mimeType": "image/png", "data": "<image>"}}]}}]}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        let sides = [("request", exchange.requestLength, false), ("response", exchange.responseLength, true)]
        return sides.compactMap { side, length, isAnswer in
            guard let length, let elided = length.elided else { return nil }
            let parts = exchange.elidedParts.filter { part in part.isAnswer == isAnswer }
            return finding("\(side) \(noun(of: parts)) \(size(elided))", where: "\(side).body", at: length.place)
        }
    }

    /// What was taken out, with the verb: `image was`, `2 images were`, `data were`.
    private static func noun(of parts: [ElidedPart]) -> String {
        guard parts.allSatisfy({ part in part.modality == .image }) else { return "data were" }
        return parts.count == 1 ? "image was" : "\(parts.count) images were"
    }

    private static func size(_ elided: ElidedSize) -> String {
        let counts = elided.byteCounts
        guard elided.isExact else { return "about \(counts.upperBound.grouped) bytes" }
        return "\(counts.lowerBound.grouped) to \(counts.upperBound.grouped) bytes"
    }
}
