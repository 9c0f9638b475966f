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
    }

    /// A string in one of the documents.
    struct Piece {
        /// Where it begins in the joined text.
        let start: Int

        fileprivate let origin: Origin

        /// Where it stands.
        var map: TextMap { origin.document.string(origin.escapes, at: origin.offset) }
    }

    /// The strings at one path, joined.
    struct Thread {
        private(set) var text: [UInt8] = []
        private(set) var pieces: [Piece] = []

        /// Whether all pieces are the same: a name that each document repeats, and no text in pieces.
        private(set) var isRepetition = true

        /// The shortest piece that is a name if it is repeated so many times: no more of it are kept.
        private static let shortestName = 8
        private static let mostNames = 8

        mutating func append(_ bytes: ArraySlice<UInt8>, _ origin: Origin) {
            if isRepetition, !pieces.isEmpty {
                let length = text.count / pieces.count
                isRepetition = bytes.count == length && bytes.elementsEqual(text[..<length])
                if isRepetition, length >= Thread.shortestName, pieces.count >= Thread.mostNames { return }
            }
            pieces.append(Piece(start: text.count, origin: origin))
            text += bytes
        }
    }

    /// The threads, in the order of their first pieces.
    private(set) var threads: [Thread] = []

    private var numbers: [Int: Int] = [:]

    /// The threads of the strings of the last document, by their indices in `threads`, in the order of its text.
    private(set) var lastThreads: [Int] = []

    /// How deep strings are looked for.
    private static let deepest = 32

    /// Adds the strings of a document, and those of a document that is the `data` of a message in it.
    mutating func collect(_ value: JSONValue, _ map: TextMap) {
        lastThreads.removeAll(keepingCapacity: true)
        collect(value, map, path: 0, depth: 0)
    }

    /// Adds a string of a document without escapes to a thread that is known.
    mutating func append(_ bytes: ArraySlice<UInt8>, toThread number: Int, at offset: Int, _ document: TextMap) {
        threads[number].append(bytes, Origin(document: document, offset: offset, escapes: nil))
    }

    private mutating func collect(_ value: JSONValue, _ map: TextMap, path: Int, depth: Int) {
        guard depth < SplitTexts.deepest else { return }
        switch value.kind {
        case .object:
            // Blocks of one answer that arrive in turns are told apart by a number.
            let path = SplitTexts.hash(path, value["index"]?.int ?? 0)
            for member in value.members {
                let name = member.key.rawBytes
                collect(member.value, map, path: SplitTexts.hash(path, name), depth: depth + 1)
            }
        case .array:
            var index = 0
            for element in value.elements {
                index += 1
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
        let bytes = content.bytes
        guard !bytes.isEmpty else { return }
        let number = numbers[path] ?? threads.count
        if number == threads.count {
            numbers[path] = number
            threads.append(Thread())
        }
        lastThreads.append(number)
        threads[number].append(bytes, Origin(document: map, offset: offset, escapes: content.map))
    }

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
        for thread in split.threads where !thread.isRepetition {
            let text = thread.text[...]
            let learned = context.ledger.index.stretches(in: text.span)
            for stretch in learned { hide(stretch.range, of: thread, .known(stretch.number)) }
            guard isStream else { continue }
            // What looks like an address may be the end of a password and the host behind it.
            let keys = learned.filter { stretch in
                ![.email, .address, .home].contains(context.ledger.mark(ofNumber: stretch.number).kind)
            }
            for span in SecretShapes.spans(in: text) + placedSpans(in: text) + personalSpans(in: text)
            where !keys.contains(where: { other in other.range.overlaps(span.range) }) {
                hide(span.range, of: thread, .secret(span, isBare: false))
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
        guard end(of: low) < range.upperBound else { return }
        var content = content
        for piece in low..<pieces.count {
            guard pieces[piece].start < range.upperBound else { break }
            let part = max(range.lowerBound, pieces[piece].start)..<min(range.upperBound, end(of: piece))
            let start = pieces[piece].start
            hide(part.lowerBound - start..<part.upperBound - start, pieces[piece].map, content, .joined)
            content = .rest
        }
    }
}
