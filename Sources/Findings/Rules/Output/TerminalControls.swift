internal import CaptureReading
internal import Conversation

/// Captured text that would act on a terminal which shows it as it is.
///
/// Colours do no harm beyond themselves.
enum TerminalControls: Rule {
    static let descriptor = RuleDescriptor(
        id: "OUT001", name: "terminal-controls", severity: .medium,
        summary: "A header, a URL or a message holds control characters of terminals.",
        why: "Shown by a tool that does not escape them, they can rewrite the screen, the title or the clipboard.",
        references: ["CWE-150", "ECMA-48 §5"],
        flagged: [
            #"""
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"text": "\u001b]0;title\u0007"}]}]}
            """#,
            #"""
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"text": "safe\u009b2J"}]}]}
            """#,
        ],
        clean: [
            #"""
            POST /v1beta/models/m:generateContent HTTP/1.1

            {"contents": [{"parts": [{"text": "two\r\nlines\tand a tab"}]}]}
            """#
        ])

    static func findings(in exchange: InspectedExchange) -> [Finding] {
        let headers = [
            (exchange.requestFields, LogicalPlace.requestHeader),
            (exchange.responseFields, LogicalPlace.responseHeader),
        ].flatMap { fields, place in
            fields.compactMap { line in
                finding(in: line.name, line.value, what: "header", where: place(line.name), at: line.place)
            }
        }
        let target = exchange.request.flatMap { request in
            finding(in: request.target ?? "", what: "URL", where: "request.url", at: request.targetPlace)
        }
        let parts = exchange.placedParts.compactMap { placed -> Finding? in
            finding(
                in: placed.part.shownText ?? "", what: "message", where: placed.logicalPlace,
                at: placed.part.place ?? exchange.exchangePlace(isAnswer: placed.isAnswer))
        }
        return headers + [target].compactMap { finding in finding } + parts
    }

    private static func finding(
        in texts: String..., what noun: String, where logicalPlace: String, at place: Place?
    ) -> Finding? {
        let harm = texts.compactMap(TerminalHarm.init).max { left, right in left.rank < right.rank }
        guard let harm else { return nil }
        return finding(
            "\(noun) with \(harm == .colours ? "colours of terminals" : "control characters of terminals")",
            where: logicalPlace, at: place, severity: harm == .colours ? .low : nil)
    }
}

/// What a text would do to a terminal.
private enum TerminalHarm {
    /// It colours text.
    case colours

    /// It may do anything.
    case anything

    /// Orders from the lesser to the greater.
    var rank: Int { self == .colours ? 0 : 1 }

    /// Looks at a text; nil where it does nothing.
    ///
    /// Tabs and line ends are no controls here, and neither is a form feed or a NUL: terminals pass them over.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        var worst: TerminalHarm?
        var index = 0
        while index < bytes.count {
            defer { index += 1 }
            switch bytes[index] {
            case 0x1B:
                guard let length = TerminalHarm.colourLength(bytes[index...]) else {
                    self = .anything
                    return
                }
                worst = .colours
                index += length - 1
            case 0x07, 0x08, 0x0E, 0x0F, 0x7F:
                self = .anything
                return
            // U+0080 to U+009F.
            case 0xC2 where index + 1 < bytes.count && (0x80..<0xA0).contains(bytes[index + 1]):
                self = .anything
                return
            default: continue
            }
        }
        guard let worst else { return nil }
        self = worst
    }

    /// The length of a sequence that sets colours and the like; nil for any other.
    ///
    /// ECMA-48 §8.3.117, `SELECT GRAPHIC RENDITION`
    private static func colourLength(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.dropFirst().first == UInt8(ascii: "[") else { return nil }
        let parameters = bytes.dropFirst(2).prefix(32)
        let end = parameters.firstIndex { byte in
            !(UInt8(ascii: "0")...UInt8(ascii: ";")).contains(byte)
        }
        guard let end, bytes[end] == UInt8(ascii: "m") else { return nil }
        return end - bytes.startIndex + 1
    }
}
