internal import ByteCoding

/// Reads the header lines and the labels of one section of a headers-pane dump.
///
/// A name ends in a colon and has its value on the next line, or stands alone on its line as DevTools copies it, or
/// has its value behind the colon on the same line. What is neither name nor value is counted and left out.
struct HeadersPaneFields {
    /// What a labelled value says of the exchange beside its headers.
    enum Label {
        /// The address of the request.
        case target

        /// Its method.
        case method

        /// The status code and the reason of the response.
        case status

        /// Something that has no place in an exchange: the address of the server, the referrer policy.
        case aside
    }

    /// A value with its label.
    struct LabelledValue {
        /// What it is.
        let label: Label

        /// The value without the white space around it.
        let value: ArraySlice<UInt8>

        /// Where it stands.
        let place: Place
    }

    /// The labels that DevTools shows; no header has a name with a space in it.
    private static let paneLabels: [(name: String, label: Label)] = [
        ("request url", .target), ("request method", .method), ("status code", .status), ("remote address", .aside),
        ("referrer policy", .aside),
    ]

    /// All labels: those that are words are known only before the first header line, since headers have such names too.
    private static let leadingLabels: [(name: String, label: Label)] =
        paneLabels + [("url", .target), ("method", .method), ("status", .status)]

    /// The header lines, in order.
    private(set) var lines: [FieldLine] = []

    /// The labelled values, in order.
    private(set) var labelled: [LabelledValue] = []

    /// How many lines are neither name nor value.
    private(set) var orphanCount = 0

    /// Where the first of them stands.
    private(set) var firstOrphan: Place?

    private let source: ExchangeSource
    private let section: ArraySlice<UInt8>
    private let sectionStart: Int
    private var offset = 0

    /// Reads a section of an exchange.
    init(_ range: Range<Int>, of source: ExchangeSource) {
        self.source = source
        section = source.slice(range)
        sectionStart = range.lowerBound
        while let line = nextLine() { read(line) }
    }

    /// Reads one line, and the next with it where that holds its value.
    private mutating func read(_ line: ArraySlice<UInt8>) {
        let text = line.trimmed
        if text.isEmpty || isLeadingRemnant(text) { return }
        if let (label, rest) = label(of: text) {
            let value = rest ?? takeValue(behindColon: true) ?? text[text.endIndex...]
            labelled.append(LabelledValue(label: label, value: value, place: place(of: value)))
            return
        }
        // The colon of a pseudo-header is not the one that ends its name.
        let nameEnd = text.dropFirst().firstIndex(of: UInt8(ascii: ":")) ?? text.endIndex
        let name = text[..<nameEnd]
        let rest = text[nameEnd...].dropFirst()
        guard HeadersPaneFields.isName(name), !rest.starts(with: "//".utf8) else { return noteOrphan(text) }
        let hasColon = nameEnd < text.endIndex
        if !rest.isEmpty {
            append(name: name, value: rest.trimmed)
        } else if let value = takeValue(behindColon: hasColon) {
            append(name: name, value: value)
        } else if hasColon {
            append(name: name, value: rest)
        } else {
            noteOrphan(text)
        }
    }

    /// The label at the beginning of a line, and the value behind its colon unless that is empty.
    private func label(of text: ArraySlice<UInt8>) -> (Label, ArraySlice<UInt8>?)? {
        let known = lines.isEmpty ? HeadersPaneFields.leadingLabels : HeadersPaneFields.paneLabels
        for (name, label) in known {
            guard let rest = text.dropping(prefix: name), rest.isEmpty || rest.first == UInt8(ascii: ":") else {
                continue
            }
            let value = rest.dropFirst().trimmed
            return (label, value.isEmpty ? nil : value)
        }
        return nil
    }

    /// Takes the next line as a value, or gives nil when there is none and no line is taken.
    private mutating func takeValue(behindColon: Bool) -> ArraySlice<UInt8>? {
        let before = offset
        guard let value = nextLine()?.trimmed else { return nil }
        // A name behind a name: the first one has no value. Values that end in a colon are rarer than empty ones.
        let isName = behindColon && value.last == UInt8(ascii: ":") && HeadersPaneFields.isName(value.dropLast())
        guard !isName, !isLeadingRemnant(value) else {
            offset = before
            return nil
        }
        return value
    }

    /// Whether a line before the first header is the title `HEADERS` or left of the links of DevTools.
    private func isLeadingRemnant(_ text: ArraySlice<UInt8>) -> Bool {
        lines.isEmpty && !text.isEmpty
            && (text.isEqual(ignoringCase: "headers") || text.isEqual(ignoringCase: "headers:")
                || HeadersPaneHeading.isRemnant(text))
    }

    /// Whether a text is a field's name, a pseudo-header's colon included.
    ///
    /// RFC 9113 §8.3
    private static func isName(_ text: ArraySlice<UInt8>) -> Bool {
        text.first == UInt8(ascii: ":") ? text.dropFirst().isToken : text.isToken
    }

    /// The next line, or nil at the end of the section.
    private mutating func nextLine() -> ArraySlice<UInt8>? {
        guard let line = TextLine(in: section, at: offset, ending: .any) else { return nil }
        offset = line.end
        return line.text(in: section)
    }

    /// Adds a header line.
    private mutating func append(name: ArraySlice<UInt8>, value: ArraySlice<UInt8>) {
        lines.append(
            FieldLine(
                name: String(decoding: name, as: UTF8.self), value: String(decoding: value, as: UTF8.self),
                place: place(of: value)))
    }

    /// Counts a line that is neither name nor value.
    private mutating func noteOrphan(_ text: ArraySlice<UInt8>) {
        orphanCount += 1
        firstOrphan = firstOrphan ?? place(of: text)
    }

    /// Where a part of the section begins.
    private func place(of part: ArraySlice<UInt8>) -> Place {
        source.place(sectionStart + part.startIndex - section.startIndex)
    }
}
