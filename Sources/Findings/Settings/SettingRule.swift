internal import CaptureReading
internal import Conversation
internal import JSONReading

/// A rule that is a table of settings of a dialect: what is out of range, deprecated, or excludes something else.
protocol SettingRule: Rule {
    /// Whether an exchange speaks the dialect.
    static func applies(to exchange: InspectedExchange) -> Bool

    /// The rows.
    static var checks: [SettingCheck] { get }
}

extension SettingRule {
    static func findings(in exchange: InspectedExchange) -> [Finding] {
        guard applies(to: exchange), let body = exchange.request?.body,
            let root = exchange.conversation.requestDocument?.root, root.isObject
        else { return [] }
        return checks.flatMap { check in
            check.matches(in: root).map { path, value in
                finding(
                    "\(Excerpt(path))\(shown(value)) \(check.words)", where: "request.body.\(path)",
                    at: body.place(ofByte: value.byteRange.lowerBound), severity: check.severity)
            }
        }
    }

    /// A number or a word as it was sent; longer texts may say more than a report should.
    private static func shown(_ value: JSONValue) -> String {
        switch value.kind {
        case .number: value.numberLexeme.map { lexeme in " \(Excerpt(lexeme))" } ?? ""
        case .true: " true"
        case .false: " false"
        case .string:
            value.string.flatMap { text in
                let isWord = text.utf8.count <= 32 && !text.utf8.contains(UInt8(ascii: "@"))
                return isWord ? " \(Excerpt(text))" : nil
            } ?? ""
        case .null, .array, .object: ""
        }
    }

    /// The sources of the rows, each once, as the manual names them.
    static func references(of checks: [SettingCheck]) -> [String] {
        var seen: Set<SettingSource> = []
        return checks.map(\.source).filter { source in seen.insert(source).inserted }.map(\.reference)
    }
}
