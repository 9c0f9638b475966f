internal import CScan

/// A search for places where bytes of some kinds follow each other, far faster than a loop over a table.
///
/// It may let more pass than it was made for, never less: what it finds is looked at again by whoever asks.
package struct ByteSieve: Sendable {
    /// The tables of `cscan_sieve`.
    private let tables: [UInt8]

    /// A sieve for the first bytes of words; three of them count, and of shorter words those that they have.
    package init(beginnings words: some Sequence<String>) {
        self.init(
            words.map { word in
                let bytes = Array(word.utf8.prefix(ByteSieve.places)).map { byte in [byte] }
                return bytes + Array(repeating: ByteSieve.anyByte, count: ByteSieve.places - bytes.count)
            })
    }

    /// A sieve for one byte of a set.
    ///
    /// It lets nothing else pass where the set has at most eight kinds of rows, of the sixteen that its bytes stand in by
    /// their high four bits: so it is with all sets of letters, digits and signs of ASCII.
    package init(anyOf bytes: some Sequence<UInt8>) {
        self.init([[Array(bytes)]])
    }

    /// A sieve for sequences, each given by what may stand at its places.
    ///
    /// - Parameter sequences: the sequences, all of the same number of places, one to three.
    package init(_ sequences: [[[UInt8]]]) {
        let kinds = sequences.flatMap(ByteSieve.kinds(of:))
        var groups: [[Row]] = []
        for kind in kinds {
            let widened = groups.map { group in zip(group, kind).map { pair in pair.0.union(pair.1) } }
            let costs = groups.indices.map { index in ByteSieve.size(widened[index]) - ByteSieve.size(groups[index]) }
            let best = costs.indices.min { left, right in costs[left] < costs[right] }
            if let best, groups.count == ByteSieve.mostGroups || costs[best] <= ByteSieve.size(kind) {
                groups[best] = widened[best]
            } else {
                groups.append(kind)
            }
        }
        tables = (0..<(sequences.first?.count ?? 0)).flatMap { place in ByteSieve.table(of: groups, at: place) }
    }

    /// The index of the first place at or behind a position that the sieve lets pass, or nil when there is none.
    ///
    /// A position behind the last byte finds nothing.
    package func first(in bytes: Span<UInt8>, from position: Int) -> Int? {
        let index = cscan_sieve(bytes, position, tables.span)
        return index < bytes.count ? index : nil
    }

    /// What may stand at a place whatever it is.
    package static let anyByte = Array(0...UInt8.max)

    /// How many bytes are looked at, at most.
    private static let places = 3

    /// How many groups of sequences are told apart, a bit each.
    private static let mostGroups = 8
}

extension ByteSieve {
    /// Bytes whose low four bits are in one set and whose high four are in another.
    private struct Row {
        var low: UInt16 = 0
        var high: UInt16 = 0

        func union(_ other: Row) -> Row { Row(low: low | other.low, high: high | other.high) }

        var size: Int { low.nonzeroBitCount * high.nonzeroBitCount }
    }

    /// How many sequences pass.
    private static func size(_ kind: [Row]) -> Int { kind.reduce(1) { size, row in size * row.size } }

    /// A sequence as the sequences of rows that make it up.
    private static func kinds(of sequence: [[UInt8]]) -> [[Row]] {
        sequence.reduce([[]]) { kinds, bytes in
            kinds.flatMap { kind in rows(of: bytes).map { row in kind + [row] } }
        }
    }

    /// The rows that a set of bytes is made up of: those with the same low four bits are one.
    private static func rows(of bytes: [UInt8]) -> [Row] {
        var lows = Array(repeating: UInt16(0), count: 16)
        for byte in bytes { lows[Int(byte >> 4)] |= 1 << UInt16(byte & 0x0F) }
        var rows: [Row] = []
        for (high, low) in lows.enumerated() where low != 0 {
            if let same = rows.firstIndex(where: { row in row.low == low }) {
                rows[same].high |= 1 << UInt16(high)
            } else {
                rows.append(Row(low: low, high: 1 << UInt16(high)))
            }
        }
        return rows
    }

    /// The table of one place: the groups with an entry's four bits, for the low ones and then for the high ones.
    private static func table(of groups: [[Row]], at place: Int) -> [UInt8] {
        var table = Array(repeating: UInt8(0), count: 32)
        for (number, group) in groups.enumerated() {
            let row = group[place]
            for bits in 0..<16 {
                if row.low >> UInt16(bits) & 1 != 0 { table[bits] |= 1 << UInt8(number) }
                if row.high >> UInt16(bits) & 1 != 0 { table[16 + bits] |= 1 << UInt8(number) }
            }
        }
        return table
    }
}
