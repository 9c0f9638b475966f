/// A part of a text that a safe copy has something else for.
struct HiddenPart {
    /// What the copy has.
    enum Content {
        /// The mark of a secret that its place or its shape tells; `isBare` where the mark needs quotation marks of its own.
        case secret(SecretSpan, isBare: Bool)

        /// The mark of the value that was learned under a number.
        case known(Int)

        /// What was encoded anew, without the secrets in it.
        case encoded([UInt8])

        /// Nothing: the rest of a secret that began in an earlier piece.
        case rest
    }

    /// Where it stands, in bytes of the text.
    var range: Range<Int>

    /// What the copy has for it.
    var content: Content

    /// Of parts that overlap the one of the lowest rank says what the copy has.
    var rank: Rank

    /// Why one account of a part is better than another.
    enum Rank: Int, Comparable {
        /// A secret whose pieces were joined: all of it is known.
        case joined

        /// A secret in its place.
        case placed

        /// A learned value.
        case known

        /// Something with a secret inside.
        case encoded

        /// A known shape.
        case shaped

        /// What names a person or a machine: hidden where nothing else is.
        case personal

        static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
    }

    /// Whether the text has a list of numbers there, as the tokens of answers are spelled beside their text.
    var isInNumbers = false

    /// A mark as it stands in the place of the part: as numbers where the text has those, then an asterisk for none.
    func written(_ mark: [UInt8]) -> [UInt8] {
        guard isInNumbers else { return mark }
        let bytes = mark.isEmpty ? [UInt8(ascii: "*")] : mark
        return Array(bytes.map { byte in String(byte) }.joined(separator: ",").utf8)
    }

    private var isEncoded: Bool {
        if case .encoded = content { true } else { false }
    }

    /// The parts in order, those that overlap made one.
    static func merged(_ parts: [HiddenPart]) -> [HiddenPart] {
        guard parts.count > 1 else { return parts }
        let sorted = parts.enumerated().sorted { left, right in
            (left.element.range.lowerBound, left.offset) < (right.element.range.lowerBound, right.offset)
        }
        var merged: [HiddenPart] = []
        for (_, part) in sorted {
            guard let last = merged.last, part.range.lowerBound < last.range.upperBound || part.range == last.range
            else {
                merged.append(part)
                continue
            }
            // What looks like an address may be a password and the host of a URL: nothing of it goes beside these.
            if part.rank == .personal, last.rank != .personal { continue }
            if last.rank == .personal, part.rank != .personal {
                merged[merged.count - 1] = part
                continue
            }
            // A walk of its own has looked into what is encoded.
            if last.isEncoded, last.range != part.range, last.range.contains(part.range) { continue }
            if part.isEncoded, last.range != part.range, part.range.contains(last.range) {
                merged[merged.count - 1] = part
                continue
            }
            var best = part.rank < last.rank ? part : last
            best.range = last.range.lowerBound..<max(last.range.upperBound, part.range.upperBound)
            merged[merged.count - 1] = best
        }
        return merged
    }
}
