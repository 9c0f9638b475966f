internal import CaptureReading
internal import Conversation
internal import Findings
internal import JSONReading

/// Shows the filters and parameters of a request.
struct SettingSections {
    private let prompt: Prompt?
    private let wording: Wording

    /// Creates the sections of an exchange.
    init(_ exchange: InspectedExchange, _ wording: Wording) {
        prompt = exchange.conversation.isPromptCaptured ? exchange.prompt : nil
        self.wording = wording
    }

    /// The sections, or nothing where nothing was asked.
    var blocks: [Block] {
        prompt.map { prompt in [safety(of: prompt), config(of: prompt)] } ?? []
    }

    /// The filters, grouped by threshold in the order in which each first occurs.
    private func safety(of prompt: Prompt) -> Block {
        guard let settings = prompt.safety, !settings.isEmpty else {
            return .section(Section("SAFETY", lead: ["nothing sent: the provider's defaults apply"]))
        }
        var categories: [String: [String]] = [:]
        var thresholds: [String] = []
        for setting in settings {
            let threshold = setting.threshold ?? "no threshold"
            if categories[threshold] == nil { thresholds.append(threshold) }
            categories[threshold, default: []].append(SettingSections.shortName(of: setting.category ?? "no category"))
        }
        let rows = thresholds.map { threshold in
            let names = categories[threshold, default: []].joined(separator: " ")
            return [Inline(wording.captured(threshold)), Inline(wording.captured(names))]
        }
        return .section(Section("SAFETY", lead: [SettingSections.verdict(on: settings)], [.rows(Rows(rows))]))
    }

    /// How many categories are not filtered, of how many; of a category that was sent twice, the last setting counts.
    static func filters(in settings: [SafetySetting]) -> (off: Int, all: Int) {
        let isOff = Dictionary(settings.map { setting in (setting.category, setting.isOff) }) { _, last in last }
        return (isOff.values.count { value in value }, isOff.count)
    }

    /// How many categories are not filtered, in words.
    static func verdict(on settings: [SafetySetting]) -> Inline {
        let (off, count) = filters(in: settings)
        let all = Wording.categories(count)
        switch off {
        case 0: return Inline("\(all) filtered", .good)
        case count: return Inline("no filter left on: \(off) of \(all)", .severity(.high))
        default: return Inline("\(off) of \(all) not filtered", .severity(.high))
        }
    }

    /// The parameters as they were sent, and what was not.
    private func config(of prompt: Prompt) -> Block {
        var items = prompt.config.map { setting in
            Inline(
                "\(SettingSections.shortNames[setting.name] ?? wording.captured(setting.name)) \(value(of: setting))")
        }
        if let tools = prompt.tools { items.append(describe(tools)) }
        if prompt.outputLimit == nil { items.append("no max tokens") }
        return .section(Section("CONFIG", [.items(items)]))
    }

    /// Names that say more in a word.
    private static let shortNames = ["responseModalities": "output", "response_modalities": "output"]

    /// The most characters of a value that are shown.
    private static let longestValue = 40

    private func value(of setting: Setting) -> String {
        let value = setting.value
        let shown = RedactedValue(value, name: setting.name, redactor: wording.redactor).compact
        if value.isArray, 1...4 ~= value.count, value.elements.allSatisfy({ element in element.kind == .string }) {
            let texts = value.elements.map { element in
                RedactedValue(element, name: setting.name, redactor: wording.redactor).text
            }
            return texts.joined(separator: "+")
        }
        guard shown.unicodeScalars.count > SettingSections.longestValue else {
            return value.kind == .string ? String(shown.dropFirst().dropLast()) : shown
        }
        return (value.isObject ? "{…} " : value.isArray ? "[…] " : "… ") + Wording.size(value.rawBytes.count)
    }

    /// A category without the beginning that all of them have.
    private static func shortName(of category: String) -> String {
        let beginning = "HARM_CATEGORY_"
        return category.hasPrefix(beginning) ? String(category.dropFirst(beginning.count)) : category
    }

    private func describe(_ tools: [Tool]) -> Inline {
        guard !tools.isEmpty else { return "tools []" }
        let names = tools.prefix(3).map { tool in wording.captured(tool.name) }.joined(separator: ", ")
        return Inline("tools \(names)\(tools.count > 3 ? " and \(tools.count - 3) more" : "")")
    }
}

extension Wording {
    /// A count of categories.
    fileprivate static func categories(_ number: Int) -> String {
        number == 1 ? "1 category" : "\(number) categories"
    }
}
