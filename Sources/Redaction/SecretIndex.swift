/// Finds many values in a text at once, however they are spelled there.
///
/// The values are a radix tree: a node for each value and for each point where two of them part, with the bytes
/// between as its label. So memory is two nodes a value and the values' bytes once, and values that begin alike are
/// compared once. A bit for each pair of first bytes passes over nearly every place of a text; elsewhere the tree is
/// followed for as long as the text agrees with some value. A place that agrees for 64 bytes is hidden for as far as
/// it agrees, so no other costs more than 64 steps: time is linear in the text, whatever the values.
struct SecretIndex: Sendable {
    /// A part of a text that spells a value, or some of it.
    struct Stretch: Equatable, Sendable {
        /// Where it stands in the text, in bytes.
        var range: Range<Int>

        /// The number of the value.
        var number: Int

        /// Makes the stretch end at an offset behind its end.
        mutating func extend(to end: Int) {
            range = range.lowerBound..<end
        }
    }

    /// The shortest value that is looked for, and the shortest beginning of one that was cut to be quoted, in bytes.
    static let shortest = 6

    /// So many bytes from the beginning of a value are as secret as the value.
    static let telling = 64

    /// How many steps are spent inside what is hidden already, for each byte of it.
    private static let patience = 8

    /// A point in the tree.
    private struct Node: Sendable {
        /// The bytes that lead here from the node before.
        var label: Range<Int>

        /// The number of the value that ends here.
        var ending: Int?

        /// The number of a value that goes through here or ends here.
        var passing: Int
    }

    /// The labels of all nodes.
    private var labels: [UInt8] = []

    /// The nodes; the first is the root, whose label is empty.
    private var nodes = [Node(label: 0..<0, ending: nil, passing: 0)]

    /// The node that a node and the first byte of a label lead to: the former times 256, plus the latter.
    private var children: [Int: Int] = [:]

    /// A bit for each pair of bytes: whether a value may begin with them.
    private var pairs: [UInt64] = []

    /// Adds a value, unless it is too short to be looked for; of two that read the same the first stays.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - number: what finding it gives.
    mutating func insert(_ value: String, number: Int) {
        let value = SpellingCursor.reading(Array(value.utf8))
        guard value.count >= SecretIndex.shortest else { return }
        allowSpellings(of: value[0], value[1])
        var node = 0
        var offset = 0
        while offset < value.count {
            let edge = node << 8 | Int(value[offset])
            guard let child = children[edge] else {
                children[edge] = nodes.count
                let start = labels.count
                labels += value[offset...]
                return nodes.append(Node(label: start..<labels.count, ending: number, passing: number))
            }
            let label = nodes[child].label
            let common = zip(labels[label], value[offset...]).prefix { pair in pair.0 == pair.1 }.count
            node = common == label.count ? child : split(child, at: common, edge: edge)
            offset += common
        }
        nodes[node].ending = nodes[node].ending ?? number
    }

    /// Puts a node into the middle of a label, and gives its index.
    private mutating func split(_ child: Int, at length: Int, edge: Int) -> Int {
        let label = nodes[child].label
        let middle = label.lowerBound + length
        let node = nodes.count
        nodes.append(Node(label: label.lowerBound..<middle, ending: nil, passing: nodes[child].passing))
        nodes[child].label = middle..<label.upperBound
        children[edge] = node
        children[node << 8 | Int(labels[middle])] = child
        return node
    }
}

extension SecretIndex {
    /// The parts of a text that spell a value, or the beginning of one that was cut to be quoted, in order.
    ///
    /// Of several values that begin at one place the longest counts; values that overlap are one stretch. For that,
    /// eight steps are spent inside a stretch for each byte of it; where that is too little, because the text repeats
    /// itself, values that begin in its last 64 bytes are still found.
    func stretches(in text: Span<UInt8>) -> [Stretch] {
        var found: [Stretch] = []
        guard !pairs.isEmpty else { return found }
        var covered = 0
        var hidden = 0
        var stepsInside = 0
        for start in 0..<max(0, text.count - SecretIndex.shortest + 1) where mayBegin(text[start], text[start + 1]) {
            let isInside = start < covered
            let isTired = stepsInside > hidden * SecretIndex.patience && covered - start > SecretIndex.telling
            if isInside, isTired { continue }
            let agreement = agreement(at: start, in: text)
            if isInside { stepsInside += agreement.depth }
            guard let stretch = agreement.stretch, stretch.range.upperBound > covered else { continue }
            if isInside {
                found[found.count - 1].extend(to: stretch.range.upperBound)
            } else {
                found.append(stretch)
            }
            hidden += stretch.range.upperBound - max(start, covered)
            covered = stretch.range.upperBound
        }
        return found
    }

    /// How far a place agrees with some value, in bytes of the value, and what of it is to be hidden.
    private func agreement(at start: Int, in text: Span<UInt8>) -> (depth: Int, stretch: Stretch?) {
        var cursor = SpellingCursor(at: start)
        var node = 0
        var depth = 0
        var whole: Stretch?
        var end = start
        var label = 0..<0
        while let byte = cursor.next(in: text) {
            if label.isEmpty {
                guard let child = children[node << 8 | Int(byte)] else { break }
                node = child
                label = nodes[child].label
            } else if labels[label.lowerBound] != byte {
                break
            }
            label = label.dropFirst()
            depth += 1
            end = cursor.end
            if label.isEmpty, let number = nodes[node].ending { whole = Stretch(range: start..<end, number: number) }
        }
        let isPart = depth >= SecretIndex.telling
        if !isPart { end = cut(start..<end, depth: depth, in: text) ?? start }
        guard end > whole?.range.upperBound ?? start else { return (depth, whole) }
        return (depth, Stretch(range: start..<end, number: nodes[node].passing))
    }

    /// The beginning of a value that a text ends with, as the end of a capture cuts one; nil where it is shorter than 12
    /// bytes.
    func cutStretch(atEndOf text: Span<UInt8>) -> Stretch? {
        guard !pairs.isEmpty, text.count >= SecretIndex.shortestAtEnd else { return nil }
        // Longer beginnings are hidden wherever they stand.
        let first = max(0, text.count - SecretIndex.telling * SecretIndex.longestSpelling)
        for start in first...text.count - SecretIndex.shortestAtEnd where mayBegin(text[start], text[start + 1]) {
            if let number = number(ofValueBeginningAt: start, upToEndOf: text) {
                return Stretch(range: start..<text.count, number: number)
            }
        }
        return nil
    }

    private static let shortestAtEnd = 12

    /// How many bytes of a text spell one of a value at most, as `\u0041` does.
    private static let longestSpelling = 6

    /// The number of a value that begins with all that stands behind an offset; nil where none does.
    private func number(ofValueBeginningAt start: Int, upToEndOf text: Span<UInt8>) -> Int? {
        var cursor = SpellingCursor(at: start)
        var node = 0
        var depth = 0
        var label = 0..<0
        while let byte = cursor.next(in: text) {
            if label.isEmpty {
                guard let child = children[node << 8 | Int(byte)] else { return nil }
                node = child
                label = nodes[child].label
            } else if labels[label.lowerBound] != byte {
                return nil
            }
            label = label.dropFirst()
            depth += 1
        }
        return depth >= SecretIndex.shortestAtEnd ? nodes[node].passing : nil
    }

    /// Where a beginning of a value ends that was cut; nil when it is too short, or no mark of a cut stands behind it.
    ///
    /// The marks are `…`, `...` and `*`. A value that goes on with dots of its own agrees with two of the mark at most.
    private func cut(_ range: Range<Int>, depth: Int, in text: Span<UInt8>) -> Int? {
        for back in 0...2 where depth - back >= SecretIndex.shortest {
            let end = range.upperBound - back
            if SecretIndex.isCutMark(at: end, in: text) { return end }
        }
        return nil
    }

    private static func isCutMark(at offset: Int, in text: Span<UInt8>) -> Bool {
        var cursor = SpellingCursor(at: offset)
        let first = cursor.next(in: text)
        if first == UInt8(ascii: "*") { return true }
        let rest = [cursor.next(in: text), cursor.next(in: text)]
        return first == UInt8(ascii: ".") && rest == [UInt8(ascii: "."), UInt8(ascii: ".")]
            || first == 0xE2 && rest == [0x80, 0xA6]
    }
}

extension SecretIndex {
    /// Whether a value may begin with these two bytes, spelled somehow.
    private func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
        let pair = Int(first) << 8 | Int(second)
        return pairs[pair >> 6] & 1 << (pair & 63) != 0
    }

    private mutating func allow(_ first: UInt8, _ second: UInt8) {
        let pair = Int(first) << 8 | Int(second)
        pairs[pair >> 6] |= 1 << (pair & 63)
    }

    /// Notes with what a value may begin whose first bytes are these: with them, or with escapes of them.
    private mutating func allowSpellings(of first: UInt8, _ second: UInt8) {
        let percent = UInt8(ascii: "%")
        let backslash = UInt8(ascii: "\\")
        if pairs.isEmpty {
            pairs = Array(repeating: 0, count: 1 << 10)
            for digit in [UInt8(ascii: "2"), UInt8(ascii: "5")] { allow(percent, digit) }
            for escaped in [UInt8(ascii: "u"), backslash] { allow(backslash, escaped) }
            for byte in "#algq".utf8 { allow(UInt8(ascii: "&"), byte) }
        }
        let seconds = SpellingCursor.spellings(of: second) + [percent, backslash, UInt8(ascii: "&")]
        for first in SpellingCursor.spellings(of: first) {
            for second in seconds { allow(first, second) }
            let digit = String(first >> 4, radix: 16)
            for spelling in [digit, digit.uppercased()].flatMap(\.utf8) { allow(percent, spelling) }
        }
    }
}
