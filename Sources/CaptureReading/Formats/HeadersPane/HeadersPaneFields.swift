internal import ByteCoding

/// Reads the header lines and the labels of one section of a headers-pane dump.
///
/// A name ends in a colon and has its value on the next line, or stands alone on its line as DevTools copies it, or
/// has its value behind the colon on the same line. What is neither name nor value is counted and left out.
struct HeadersPaneFields {
    /// A value with its label.
    struct LabelledValue {
        /// What it is.
        let label: HeadersPaneLabel

        /// The value without the white space around it.
        let value: ArraySlice<UInt8>

        /// Where it stands.
        let place: Place
    }

    /// The header lines, in order.
    private(set) var lines: [FieldLine] = []

    /// The header lines that blank lines stand before, by index.
    private(set) var breaks: Set<Int> = []

    /// The labelled values, in order.
    private(set) var labelled: [LabelledValue] = []

    /// The parts of the request's address, where Firefox shows it taken apart.
    private(set) var address = HeadersPaneAddress()

    /// How many lines are neither name nor value.
    private(set) var orphanCount = 0

    /// Where the first of them stands.
    private(set) var firstOrphan: Place?

    /// Where a body begins below the lines, counted from the exchange's first byte, or nil when there is none.
    private(set) var bodyStart: Int?

    /// A line that holds text.
    private struct Line {
        /// What it holds between its margin and the marks at its end.
        let text: ArraySlice<UInt8>

        /// How many characters that can be seen stand before that, as white space or marks of mail.
        let margin: Int

        /// Where it begins.
        let start: Int

        /// The offset behind it.
        let end: Int

        /// Whether lines without text stand before it, which separate something.
        let isBehindBlank: Bool
    }

    /// Where the value of a header stands that the next line may continue.
    private enum Style {
        /// Behind its name; names have a margin of so many characters.
        case inline(margin: Int)

        /// On a line of its own.
        case ownLine
    }

    private let source: ExchangeSource
    private let section: ArraySlice<UInt8>
    private let sectionStart: Int
    private let isGeneral: Bool
    private let isDoubleSpaced: Bool
    private var offset = 0
    private var last: Style?

    /// Reads a section of an exchange; `isGeneral` says whether it is what browsers show above all headers.
    init(_ range: Range<Int>, of source: ExchangeSource, isGeneral: Bool) {
        self.source = source
        self.isGeneral = isGeneral
        section = source.slice(range)
        sectionStart = range.lowerBound
        isDoubleSpaced = HeadersPaneFields.isDoubleSpaced(source.bytes)
        while bodyStart == nil, let line = line(at: offset) {
            offset = line.end
            read(line)
        }
    }

    /// Reads one line, and the next with it where that holds its value.
    private mutating func read(_ line: Line) {
        let text = line.text
        if isRemnant(text) { return }
        if let start = HTTPStartLine(text) { return note(start, on: text) }
        if readAddress(line) || readLabel(text) { return }
        if text.beginsBody, !lines.isEmpty || !labelled.isEmpty {
            bodyStart = sectionStart + line.start
            return
        }
        // The colon of a pseudo-header is not the one that ends its name.
        let nameEnd = text.dropFirst().firstIndex(of: UInt8(ascii: ":")) ?? text.endIndex
        let name = text[..<nameEnd].withoutMarks
        let rest = text[nameEnd...].dropFirst()
        guard HeadersPaneName.isName(name), !rest.starts(with: "//".utf8) else { return readOther(line) }
        if case .inline(let margin) = last, line.margin > margin, !line.isBehindBlank, !HeadersPaneName.isKnown(name) {
            return readOther(line)
        }
        let hasColon = nameEnd < text.endIndex
        if line.isBehindBlank { breaks.insert(lines.count) }
        if !rest.isEmpty {
            append(name: name, value: rest.withoutMarks)
            last = .inline(margin: line.margin)
        } else if let value = takeValue(of: name, behindColon: hasColon) {
            append(name: name, value: value)
            last = .ownLine
        } else if hasColon {
            append(name: name, value: rest)
            last = .ownLine
        } else {
            noteOrphan(text)
        }
    }

    /// Reads a line that is no header line: it continues the value above it, or else is an orphan.
    ///
    /// Browsers show values of several lines as they are, and the raw view folded ones.
    ///
    /// RFC 9112 §5.2
    private mutating func readOther(_ line: Line) {
        let continues =
            switch last {
            case .inline(let margin): line.margin > margin
            case .ownLine: true
            case nil: false
            }
        guard continues, !line.isBehindBlank, let index = lines.indices.last else { return noteOrphan(line.text) }
        let text = String(decoding: line.text, as: UTF8.self)
        if case .ownLine = last, lines[index].isNamed("set-cookie") {
            // A pane shows several below each other, and they are never joined. RFC 6265 §3
            lines.append(FieldLine(name: lines[index].name, value: text, place: place(of: line.text)))
        } else {
            lines[index].value += lines[index].value.isEmpty ? text : " " + text
        }
    }

    /// Takes the next line as a value, or gives nil when there is none and no line is taken.
    ///
    /// A blank line is an empty value. So is nothing where a known name follows that itself has a value.
    private mutating func takeValue(of name: ArraySlice<UInt8>, behindColon: Bool) -> ArraySlice<UInt8>? {
        guard offset < section.count else { return nil }
        let nothing = section[(section.startIndex + offset)...].prefix(0)
        guard let next = line(at: offset), !next.isBehindBlank else { return nothing }
        // A name behind a name: the first one has no value. Values that end in a colon are rarer than empty ones.
        let isName =
            behindColon
            ? next.text.last == UInt8(ascii: ":") && HeadersPaneName.isName(next.text.dropLast())
            : isNameWithValue(next, behind: name)
        if isName { return behindColon ? nil : nothing }
        if isRemnant(next.text) { return nil }
        offset = next.end
        return next.text
    }

    /// Whether a line behind a name without a colon is a name as well, by the two lines that follow.
    private func isNameWithValue(_ line: Line, behind name: ArraySlice<UInt8>) -> Bool {
        guard HeadersPaneName.isKnown(line.text), !HeadersPaneName.listsNames(name),
            let value = self.line(at: line.end),
            !value.isBehindBlank, !HeadersPaneName.isLikely(value.text)
        else { return false }
        guard let next = self.line(at: value.end), !next.isBehindBlank else { return true }
        return HeadersPaneName.isLikely(next.text)
    }

    /// Whether a line before the first header is the title `HEADERS` or left of the links of DevTools.
    private func isRemnant(_ text: ArraySlice<UInt8>) -> Bool {
        if text.isFence { return true }
        return lines.isEmpty
            && (text.isEqual(ignoringCase: "headers") || text.isEqual(ignoringCase: "headers:")
                || HeadersPaneHeading.isRemnant(text))
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
        last = nil
        orphanCount += 1
        firstOrphan = firstOrphan ?? place(of: text)
    }

    /// Where a part of the section begins.
    private func place(of part: ArraySlice<UInt8>) -> Place {
        source.place(sectionStart + part.startIndex - section.startIndex)
    }
}

extension HeadersPaneFields {
    /// Reads a labelled line, and the next with it where that holds its value; gives false when it has no label.
    private mutating func readLabel(_ text: ArraySlice<UInt8>) -> Bool {
        guard let (label, rest) = label(of: text) else { return false }
        last = nil
        let value = rest ?? takeLabelledValue() ?? text[text.endIndex...]
        add(label, value)
        // Firefox shows the reason on a line of its own, between status and version.
        if label == .status, value.count == 3, let reason = line(at: offset), let next = line(at: reason.end),
            self.label(of: reason.text) == nil, self.label(of: next.text)?.label == .responseVersion
        {
            offset = reason.end
            add(.reason, reason.text)
        }
        return true
    }

    /// Reads what Firefox shows of the request's address; gives false when a line is no part of it.
    ///
    /// The method stands above the whole address, or above its parts, each with its name above it.
    private mutating func readAddress(_ line: Line) -> Bool {
        guard isGeneral, lines.isEmpty, let next = self.line(at: line.end) else { return false }
        if HeadersPaneHeading.isMethod(line.text), HeadersPaneHeading.isAddress(next.text) {
            add(.method, line.text)
            if !next.text.isEqual(ignoringCase: "scheme") {
                add(.target, next.text)
                offset = next.end
            }
            return true
        }
        guard address.isOpen || line.text.isEqual(ignoringCase: "scheme"), !HeadersPaneLabel.endsAddress(line.text)
        else {
            address.isOpen = false
            return false
        }
        address.add(name: line.text, value: next.text, place: place(of: next.text))
        offset = next.end
        return true
    }

    /// Takes the next line as the value of a label, or gives nil when it is another label or there is none.
    private mutating func takeLabelledValue() -> ArraySlice<UInt8>? {
        guard let next = line(at: offset), !next.isBehindBlank, label(of: next.text) == nil else { return nil }
        return takeValue(of: [], behindColon: true)
    }

    /// The label at the beginning of a line, and the value behind its colon unless that is empty.
    private func label(of text: ArraySlice<UInt8>) -> (label: HeadersPaneLabel, value: ArraySlice<UInt8>?)? {
        HeadersPaneLabel.reading(text, isLeading: lines.isEmpty, isGeneral: isGeneral)
    }

    /// Notes what a start line says, as the raw view has it above the header lines.
    private mutating func note(_ start: HTTPStartLine, on text: ArraySlice<UInt8>) {
        last = nil
        switch start {
        case .request(let method, let target, let version):
            let target = text.startIndex + target.lowerBound..<text.startIndex + target.upperBound
            add(.method, text.prefix(method.utf8.count))
            add(.target, text[target])
            add(.requestVersion, text.suffix(version.utf8.count))
        case .response(let version, _, _):
            add(.responseVersion, text.prefix(version.utf8.count))
            add(.status, text.dropFirst(version.utf8.count).trimmed)
        }
    }

    /// Adds a labelled value.
    private mutating func add(_ label: HeadersPaneLabel, _ value: ArraySlice<UInt8>) {
        labelled.append(LabelledValue(label: label, value: value, place: place(of: value)))
    }
}

extension HeadersPaneFields {
    /// How many lines with text tell whether blank lines separate all of them.
    private static let sampleSize = 32

    /// Whether a blank line stands behind every line of an exchange, as some programs paste: then none separates
    /// anything.
    private static func isDoubleSpaced(_ exchange: ArraySlice<UInt8>) -> Bool {
        var count = 0
        var isBehindText = false
        var offset = 0
        while count < sampleSize, let line = TextLine(in: exchange, at: offset, ending: .any) {
            let hasText = !line.text(in: exchange).paneText.isEmpty
            if hasText, isBehindText { return false }
            if hasText { count += 1 }
            isBehindText = hasText
            offset = line.end
        }
        return count >= 4
    }

    /// The first line at or behind an offset that holds text, or nil at the end of the section.
    private func line(at start: Int) -> Line? {
        var offset = start
        while let line = TextLine(in: section, at: offset, ending: .any) {
            let bytes = line.text(in: section)
            let text = bytes.paneText
            if !text.isEmpty {
                return Line(
                    text: text, margin: bytes[..<text.startIndex].count { byte in byte < 0x80 }, start: offset,
                    end: line.end,
                    isBehindBlank: offset > start && !isDoubleSpaced)
            }
            offset = line.end
        }
        return nil
    }
}
