/// The sections of one exchange of a headers-pane dump, found line by line.
struct HeadersPaneOutline {
    /// A stretch of the dump from its heading to the next one.
    struct Section {
        /// What the section holds.
        enum Part: Equatable {
            /// What stands between the heading of a side and the first heading below it.
            case title

            /// The General block, with the header lines that no title stands above.
            case general

            /// Header lines.
            case fields

            /// A body.
            case body

            /// Parts of the request that are shown again.
            case aside
        }

        /// What it holds.
        let part: Part

        /// The side that it belongs to; of a General block nil.
        let side: HeadersPaneHeading.Side?

        /// Where it begins: its heading, or the first of several headings without text between them.
        let start: Int

        /// What stands before the heading on its line: blanks, and quotation marks of mail.
        let margin: [UInt8]

        /// Whether its heading is a word that is not known.
        let isUnknown: Bool

        /// The bytes behind the heading.
        fileprivate(set) var content: Range<Int>

        /// How many headings of its kind stood before it in the exchange with nothing below them.
        let emptyBefore: Int

        /// Whether a line of the content is not blank.
        fileprivate(set) var hasText = false

        /// Whether another heading follows, in this exchange or as the beginning of the next.
        fileprivate(set) var isFollowed = false
    }

    /// The sections so far, in order.
    private(set) var sections: [Section] = []

    private var side: HeadersPaneHeading.Side?

    /// Whether the address of the request, or the title above it, has been met.
    private var hasTarget = false

    /// Whether nothing stands behind the first line of an address yet: in Firefox its scheme follows the method.
    private var isBehindTarget = false

    /// Whether lines are now those of a body, where only headings marked by `#` and a whole General block count.
    var isInBody: Bool { sections.last?.part == .body }

    /// Opens the section of a heading, or gives false when the heading begins the next exchange.
    mutating func open(_ heading: HeadersPaneHeading, at line: TextLine, margin: [UInt8]) -> Bool {
        // Several such titles follow each other: they are one section, so that an exchange has few.
        if heading == .aside, sections.last?.part == .aside { return true }
        let isTarget = if case .target = heading { true } else { false }
        if isTarget, isBehindTarget { return true }
        isBehindTarget = isTarget
        guard let (part, side) = destination(of: heading) else {
            close(at: line.content.lowerBound, isFollowed: true)
            return false
        }
        if isTarget { hasTarget = true }
        // The label stands for its block where no title does; below a title it is the block's first line.
        if isTarget, let last = sections.indices.last, [.fields, .general].contains(sections[last].part) {
            sections[last].hasText = true
            return true
        }
        close(at: line.content.lowerBound, isFollowed: true)
        let begin = isTarget ? line.content.lowerBound : line.end
        let isUnknown = if case .unknown = heading { true } else { false }
        let replaced = removeEmptyFields(of: side, for: part)
        sections.append(
            Section(
                part: part, side: side, start: replaced?.start ?? line.content.lowerBound, margin: margin,
                isUnknown: isUnknown, content: begin..<line.end,
                emptyBefore: replaced.map { empty in empty.emptyBefore + 1 } ?? 0,
                hasText: isTarget))
        self.side = side ?? self.side
        return true
    }

    /// Opens a section of header lines that no heading stands above, as the first one.
    mutating func openUntitled(at line: TextLine) {
        sections.append(
            Section(
                part: .general, side: nil, start: line.content.lowerBound, margin: [], isUnknown: false,
                content: line.content.lowerBound..<line.end, emptyBefore: 0, hasText: true))
    }

    /// Notes a line that is no heading and not blank.
    mutating func noteText() {
        isBehindTarget = false
        guard let last = sections.indices.last else { return }
        sections[last].hasText = true
    }

    /// Takes out the header section of a side that has no text, when another one of that side begins.
    ///
    /// A pane's title may come again and again without header lines below: one section is kept, so that an exchange
    /// has no more sections than there are kinds.
    private mutating func removeEmptyFields(of side: HeadersPaneHeading.Side?, for part: Section.Part) -> Section? {
        guard part == .fields else { return nil }
        let index = sections.firstIndex { section in
            section.part == .fields && section.side == side && !section.hasText
        }
        return index.map { index in sections.remove(at: index) }
    }

    /// Ends the last section.
    mutating func close(at end: Int, isFollowed: Bool) {
        guard let last = sections.indices.last else { return }
        sections[last].content = sections[last].content.lowerBound..<max(end, sections[last].content.lowerBound)
        sections[last].isFollowed = isFollowed
    }

    /// Where a heading leads, or nil when that is the next exchange.
    private func destination(of heading: HeadersPaneHeading) -> (Section.Part, HeadersPaneHeading.Side?)? {
        switch heading {
        case .side(let named):
            return isFree(named) ? (.title, named) : nil
        case .unknown(let named):
            let named = named ?? (side == .request && isFree(.response) ? .response : .request)
            return isFree(named) ? (.title, named) : nil
        case .general:
            return hasText ? nil : (.general, nil)
        case .target(let browser):
            // Firefox begins with it. In Chrome it may be a line of a section that is open.
            let isLine = browser != .firefox && (sections.last?.part == .fields || sections.last?.part == .general)
            return isLine && !hasTarget || !hasText ? (.general, nil) : nil
        case .pane(let named), .word(let named):
            return has(.fields, of: named) { section in section.hasText } ? nil : (.fields, named)
        case .content(let named):
            return has(.body, of: named) { _ in true } ? nil : (.body, named)
        case .fields:
            return below(side ?? .request, .fields, closedBy: [.fields, .body])
        case .body:
            return below(side ?? .request, .body, closedBy: [.body])
        case .aside:
            return has(.aside, of: .request) { _ in true } ? nil : (.aside, .request)
        }
    }

    /// Whether a section holds text or a body.
    private var hasText: Bool {
        sections.contains { section in section.hasText || section.part == .body }
    }

    /// A part of the side at hand; one that this side already has is the response's, or else the next exchange's.
    private func below(
        _ side: HeadersPaneHeading.Side, _ part: Section.Part, closedBy parts: [Section.Part]
    ) -> (Section.Part, HeadersPaneHeading.Side?)? {
        guard parts.contains(where: { present in has(present, of: side) { _ in true } }) else { return (part, side) }
        return side == .request && isFree(.response) ? (part, .response) : nil
    }

    /// Whether a side may begin here.
    ///
    /// A request begins an exchange. A response belongs to it unless it has begun; DevTools' own title for its
    /// headers, which stands before those of the request, is no such beginning.
    private func isFree(_ named: HeadersPaneHeading.Side) -> Bool {
        switch named {
        case .request: sections.allSatisfy { section in section.side == nil }
        case .response: sections.allSatisfy { section in section.side != .response || section.part == .fields }
        }
    }

    /// Whether a side has a part that meets a condition.
    private func has(
        _ part: Section.Part, of side: HeadersPaneHeading.Side, where isMet: (Section) -> Bool
    ) -> Bool {
        sections.contains { section in section.part == part && section.side == side && isMet(section) }
    }
}
