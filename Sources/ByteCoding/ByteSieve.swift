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
        var kinds: [Kind] = []
        for kind in sequences.flatMap(ByteSieve.kinds(of:)) where !kinds.contains(kind) { kinds.append(kind) }
        while kinds.count > ByteSieve.mostKinds { ByteSieve.joinNearest(&kinds) }
        tables = (0..<(sequences.first?.count ?? 0)).flatMap { place in ByteSieve.table(of: kinds, at: place) }
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

    /// How many kinds of sequences are told apart, a bit each.
    private static let mostKinds = 8
}

extension ByteSieve {
    /// What may stand at the places of a sequence: at each, bytes whose low four bits are in one set and whose high four
    /// are in another.
    private struct Kind: Hashable {
        /// A set of four bits for each place.
        var low = SIMD4<UInt16>(repeating: 1)
        var high = SIMD4<UInt16>(repeating: 1)

        func union(_ other: Kind) -> Kind { Kind(low: low | other.low, high: high | other.high) }

        /// How many sequences pass.
        var size: Int {
            let low = low.nonzeroBitCount
            let high = high.nonzeroBitCount
            return (0..<4).reduce(1) { size, place in size * Int(low[place]) * Int(high[place]) }
        }
    }

    /// Makes one of the two kinds that let the fewest sequences more pass together.
    private static func joinNearest(_ kinds: inout [Kind]) {
        var nearest = (cost: Int.max, first: 0, second: 0)
        let sizes = kinds.map(\.size)
        for second in kinds.indices {
            for first in 0..<second {
                let cost = kinds[first].union(kinds[second]).size - sizes[first] - sizes[second]
                if cost < nearest.cost { nearest = (cost, first, second) }
            }
        }
        kinds[nearest.first] = kinds[nearest.first].union(kinds[nearest.second])
        kinds.remove(at: nearest.second)
    }

    /// A sequence as the kinds that make it up.
    private static func kinds(of sequence: [[UInt8]]) -> [Kind] {
        sequence.enumerated().reduce([Kind()]) { kinds, place in
            kinds.flatMap { kind in
                rows(of: place.element).map { row in
                    var kind = kind
                    kind.low[place.offset] = row.low
                    kind.high[place.offset] = row.high
                    return kind
                }
            }
        }
    }

    /// The rows that a set of bytes is made up of, by their high four bits: those with the same low ones are one.
    private static func rows(of bytes: [UInt8]) -> [(low: UInt16, high: UInt16)] {
        var lows = Array(repeating: UInt16(0), count: 16)
        for byte in bytes { lows[Int(byte >> 4)] |= 1 << UInt16(byte & 0x0F) }
        var rows: [(low: UInt16, high: UInt16)] = []
        for (high, low) in lows.enumerated() where low != 0 {
            if let same = rows.firstIndex(where: { row in row.low == low }) {
                rows[same].high |= 1 << UInt16(high)
            } else {
                rows.append((low, 1 << UInt16(high)))
            }
        }
        return rows
    }

    /// The table of one place: the kinds with an entry's four bits, for the low ones and then for the high ones.
    private static func table(of kinds: [Kind], at place: Int) -> [UInt8] {
        var table = Array(repeating: UInt8(0), count: 32)
        for (number, kind) in kinds.enumerated() {
            for bits in 0..<16 {
                if kind.low[place] >> UInt16(bits) & 1 != 0 { table[bits] |= 1 << UInt8(number) }
                if kind.high[place] >> UInt16(bits) & 1 != 0 { table[16 + bits] |= 1 << UInt8(number) }
            }
        }
        return table
    }
}
