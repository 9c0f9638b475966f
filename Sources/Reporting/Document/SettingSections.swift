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
        prompt = exchange.prompt
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
        var thresholds: [String] = []
        for setting in settings where !thresholds.contains(setting.threshold ?? "none") {
            thresholds.append(setting.threshold ?? "none")
        }
        let rows = thresholds.map { threshold in
            let categories = settings.filter { setting in (setting.threshold ?? "none") == threshold }.map { setting in
                let name = setting.category ?? "no category"
                return name.hasPrefix("HARM_CATEGORY_") ? String(name.dropFirst("HARM_CATEGORY_".count)) : name
            }
            return [Inline(wording.captured(threshold)), Inline(wording.captured(categories.joined(separator: " ")))]
        }
        return .section(Section("SAFETY", lead: [verdict(on: settings)], [.rows(Rows(rows))]))
    }

    /// How many filters are off, in words.
    private func verdict(on settings: [SafetySetting]) -> Inline {
        let off = settings.filter(\.isOff).count
        switch off {
        case 0: return Inline(Wording.categories(settings.count) + " filtered", .good)
        case settings.count:
            return Inline("no filter left on: \(off) of \(Wording.categories(settings.count))", .severity(.high))
        default: return Inline("\(off) of \(Wording.categories(settings.count)) not filtered", .severity(.high))
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
        let names = value.elements.compactMap(\.string)
        if value.isArray, !names.isEmpty, names.count == value.count, value.count <= 4 {
            return wording.captured(names.joined(separator: "+"))
        }
        let text = wording.captured(value.string ?? String(decoding: value.rawBytes, as: UTF8.self))
        guard value.isObject || value.isArray || text.unicodeScalars.count > SettingSections.longestValue else {
            return text
        }
        guard text.unicodeScalars.count > SettingSections.longestValue || text.utf8.contains(UInt8(ascii: "\n")) else {
            return text
        }
        return (value.isObject ? "{…} " : value.isArray ? "[…] " : "… ") + Wording.size(value.rawBytes.count)
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
