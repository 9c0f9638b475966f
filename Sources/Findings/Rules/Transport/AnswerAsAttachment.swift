internal import CaptureReading

/// An API answer that a browser would save instead of showing.
enum AnswerAsAttachment: Rule {
    static let descriptor = RuleDescriptor(
        id: "HTT003", name: "answer-as-attachment", severity: .info,
        summary: "The answer is sent as an attachment.",
        why: "Google's front ends do so against sniffing; on another host it tells what stands behind it.",
        references: ["RFC 6266 §4.2"],
        flagged: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK
            Content-Disposition: attachment

            {}
            """
        ],
        clean: [
            """
            POST /v1beta/models/m:generateContent HTTP/1.1

            {}
            HTTP/1.1 200 OK
            Content-Disposition: inline

            {}
            """
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard exchange.isConversation, let line = exchange.responseFields.first("content-disposition") else {
            return []
        }
        let type = line.value.lowercased().utf8.prefix { byte in byte != UInt8(ascii: ";") && byte != UInt8(ascii: " ")
        }
        guard type.elementsEqual("attachment".utf8) else { return [] }
        return [finding("API answer sent as attachment", where: LogicalPlace.responseHeader(line.name), at: line.place)]
    }
}
