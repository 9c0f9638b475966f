internal import ByteCoding
internal import JSONReading

/// The strings of documents that follow each other, by the path at which they stand in each: the deltas of a stream, of
/// which a secret may take several.
struct SplitTexts {
    /// Where a string stands.
    struct Origin {
        /// Where its document stands.
        let document: TextMap

        /// Where its content begins in the document, and what is escaped in it.
        let offset: Int
        let escapes: EscapeMap?

        /// Where each byte stands in the document that is written as a number; nil for a string.
        var numbers: [Range<Int>]?
    }

    /// A string in one of the documents.
    struct Piece {
        /// Where it begins in the joined text.
        let start: Int

        fileprivate var origin: Origin

        /// Where it stands, if it is a string.
        var map: TextMap { origin.document.string(origin.escapes, at: origin.offset) }

        /// Whether its bytes are written as numbers.
        var isNumbers: Bool { origin.numbers != nil }

        /// Where some of its bytes stand that are written as numbers; nil where it is a string.
        func numbers(_ range: Range<Int>) -> Range<Int>? {
            guard let numbers = origin.numbers, let first = numbers[range].first, let last = numbers[range].last else {
                return nil
            }
            return origin.document.range(first.lowerBound..<last.upperBound)
        }
    }

    /// The strings at one path, joined.
    struct Thread {
        private(set) var text: [UInt8] = []
        private(set) var pieces: [Piece] = []

        /// Whether all pieces are the same, as a name is that each document repeats.
        private var isRepetition = true

        /// How many more such pieces there were than are kept: the last ones are, in a ring.
        private var droppedCount = 0

        /// The shortest piece of which no more are kept than so many: a secret has no more that are alike.
        private static let shortestName = 8
        private static let mostNames = 8

        mutating func append(_ bytes: ArraySlice<UInt8>, _ origin: Origin) {
            if isRepetition, !pieces.isEmpty {
                let length = text.count / pieces.count
                isRepetition = bytes.count == length && bytes.elementsEqual(text[..<length])
                if isRepetition, length >= Thread.shortestName, pieces.count >= Thread.mostNames {
                    pieces[droppedCount % pieces.count].origin = origin
                    droppedCount += 1
                    return
                }
                if !isRepetition { straighten() }
            }
            pieces.append(Piece(start: text.count, origin: origin))
            text += bytes
        }

        /// Puts the pieces that are alike into the order of the documents.
        mutating func straighten() {
            guard droppedCount > 0 else { return }
            let origins = pieces.map(\.origin)
            for index in pieces.indices { pieces[index].origin = origins[(index + droppedCount) % origins.count] }
            droppedCount = 0
        }
    }

    /// The threads, in the order of their first pieces.
    private(set) var threads: [Thread] = []

    private var numbersByPath: [Int: Int] = [:]

    /// The threads of the strings of the last document, by their indices in `threads`, in the order of its text.
    private(set) var lastThreads: [Int] = []

    /// How deep strings are looked for.
    private static let deepest = 32

    /// Adds the strings of a document, and those of a document that is the `data` of a message in it.
    mutating func collect(_ value: JSONValue, _ map: TextMap) {
        lastThreads.removeAll(keepingCapacity: true)
        collect(value, map, path: 0, depth: 0)
    }

    /// Adds a string of a document that fits a pattern.
    mutating func append(_ text: EventPattern.Text, _ document: TextMap) {
        let origin = Origin(document: document, offset: text.start, escapes: text.content.map)
        threads[text.thread].append(text.content.bytes, origin)
    }

    private mutating func collect(
        _ value: JSONValue, _ map: TextMap, path: Int, depth: Int, isText: Bool = false
    ) {
        guard depth < SplitTexts.deepest else { return }
        switch value.kind {
        case .object:
            let channel = value.members.reduce(path) { path, member in
                SplitTexts.tellsChannel(member) ? SplitTexts.hash(path, member.value.rawBytes) : path
            }
            for member in value.members {
                let name = member.key.rawBytes
                if name.elementsEqual(SplitTexts.bytes), member.value.kind == .array {
                    collectNumbers(member.value, map, path: SplitTexts.hash(channel, name))
                    continue
                }
                collect(
                    member.value, map, path: SplitTexts.hash(channel, name), depth: depth + 1,
                    isText: name.elementsEqual(SplitTexts.parts))
            }
        case .array:
            var index = 0
            for element in value.elements {
                // The parts of Gemini's answers are one text, however many a chunk has.
                if !isText { index += 1 }
                collect(element, map, path: SplitTexts.hash(path, index), depth: depth + 1)
            }
        case .string: collectString(value, map, path: path, depth: depth)
        default: return
        }
    }

    private mutating func collectString(_ value: JSONValue, _ map: TextMap, path: Int, depth: Int) {
        guard let content = UnescapedString(value) else { return }
        let offset = value.contentRange.lowerBound
        if content.bytes.first == UInt8(ascii: "{"), depth < 3 {
            let document = JSONDocument(parsing: content.bytes)
            if document.isComplete, let root = document.root {
                let map = map.string(content.map, at: offset)
                return collect(root, map, path: SplitTexts.hash(path, -1), depth: depth + 1)
            }
        }
        append(content.bytes, path: path, Origin(document: map, offset: offset, escapes: content.map))
    }

    /// Adds the bytes of a list of numbers, as the tokens of answers have them beside their text.
    private mutating func collectNumbers(_ value: JSONValue, _ map: TextMap, path: Int) {
        var bytes: [UInt8] = []
        var ranges: [Range<Int>] = []
        for element in value.elements {
            guard element.kind == .number, let byte = element.numberLexeme.flatMap({ lexeme in UInt8(lexeme) }) else {
                return
            }
            bytes.append(byte)
            ranges.append(element.byteRange)
        }
        append(bytes[...], path: path, Origin(document: map, offset: 0, escapes: nil, numbers: ranges))
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>, path: Int, _ origin: Origin) {
        guard !bytes.isEmpty else { return }
        let number = numbersByPath[path] ?? threads.count
        if number == threads.count {
            numbersByPath[path] = number
            threads.append(Thread())
        }
        lastThreads.append(number)
        threads[number].append(bytes, origin)
    }

    private static let parts = Array(#""parts""#.utf8)
    private static let bytes = Array(#""bytes""#.utf8)

    /// Whether a member tells which of several texts its object belongs to, that arrive in turns: the number of a block or
    /// an item, and whether it is thought or said.
    static func tellsChannel(_ member: JSONMember) -> Bool {
        let name = member.key.rawBytes
        switch member.value.kind {
        case .number: return numbers.contains { other in name.elementsEqual(other.utf8) }
        case .true: return name.elementsEqual(#""thought""#.utf8)
        case .string:
            return name.elementsEqual(#""item_id""#.utf8)
                || name.elementsEqual(#""type""#.utf8) && member.value.rawBytes.starts(with: #""response."#.utf8)
        case .object, .array, .false, .null: return false
        }
    }

    /// The names of such numbers, as JSON has them.
    private static let numbers = [
        #""index""#, #""output_index""#, #""content_index""#, #""summary_index""#, #""contentBlockIndex""#,
    ]

    private static func hash(_ path: Int, _ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(path &* 31 &+ 17) { hash, byte in (hash ^ Int(byte)) &* 0x100_0000_01B3 }
    }

    private static func hash(_ path: Int, _ number: Int) -> Int {
        ((path &* 31 &+ 29) ^ number) &* 0x100_0000_01B3
    }
}

extension SecretWalk {
    /// Notes the secrets that lie in several pieces: the mark is in the first of them, and nothing in the others.
    ///
    /// - Parameters:
    ///   - split: the pieces.
    ///   - isStream: whether they are parts of one text for sure, so that places and shapes count too.
    mutating func joinPieces(of split: SplitTexts, isStream: Bool) {
        for var thread in split.threads where thread.pieces.count > 1 || thread.pieces.first?.isNumbers ?? false {
            thread.straighten()
            let text = thread.text[...]
            let learned = context.ledger.index.stretches(in: text.span)
            for stretch in learned { hide(stretch.range, of: thread, .known(stretch.number)) }
            guard isStream else { continue }
            // What looks like an address may be the end of a password and the host behind it.
            let keys = learned.filter { stretch in
                ![.email, .address, .home].contains(context.ledger.mark(ofNumber: stretch.number).kind)
            }
            let found = SecretShapes.spans(in: text) + placedSpans(in: text) + personalSpans(in: text)
            for span in found + documentSpans(in: text)
            where !span.isBlanked && !keys.contains(where: { other in other.range.overlaps(span.range) }) {
                hide(span.range, of: thread, .secret(span, isBare: false))
            }
        }
    }

    /// The secrets in the strings of a document that pieces make, as those of a call's arguments do.
    private func documentSpans(in text: ArraySlice<UInt8>) -> [SecretSpan] {
        guard let first = text.first, "{[".utf8.contains(first), JSONDocument(parsing: text).isComplete else {
            return []
        }
        let context = WalkContext(options: context.options)
        return SecretWalk.parts(of: text, context, depth: WalkContext.depth - 1, level: level).parts.compactMap {
            part in
            context.span(of: part).map { span in
                var span = span
                span.range = part.range
                return span
            }
        }
    }

    private mutating func hide(_ range: Range<Int>, of thread: SplitTexts.Thread, _ content: HiddenPart.Content) {
        let pieces = thread.pieces
        var low = 0
        var high = pieces.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].start <= range.lowerBound { low = middle } else { high = middle }
        }
        func end(of piece: Int) -> Int { piece + 1 < pieces.count ? pieces[piece + 1].start : thread.text.count }
        // No search of the text finds what is written as numbers, be it in one piece.
        guard end(of: low) < range.upperBound || pieces[low].isNumbers else { return }
        var content = content
        for piece in low..<pieces.count {
            guard pieces[piece].start < range.upperBound else { break }
            let part = max(range.lowerBound, pieces[piece].start)..<min(range.upperBound, end(of: piece))
            let start = pieces[piece].start
            if let range = pieces[piece].numbers(part.lowerBound - start..<part.upperBound - start) {
                hidden.append(HiddenPart(range: range, content: content, rank: .joined, isInNumbers: true))
                content = .rest
                continue
            }
            hide(part.lowerBound - start..<part.upperBound - start, pieces[piece].map, content, .joined)
            content = .rest
        }
    }
}
