internal import ByteCoding

/// A document as a pattern for those behind it: most events of a stream differ from the one before in some strings and
/// numbers, and in nothing else.
package struct JSONPattern: Sendable {
    /// A value that may be another one.
    private struct Slot {
        /// Where its text stands: that of a number, or of a string between its quotes.
        let range: Range<Int>
        let isString: Bool
    }

    /// What a document that fits has in the place of such a value.
    package struct Piece: Sendable {
        /// Where its text stands: that of a number, or of a string between its quotes.
        package let range: Range<Int>

        /// Whether it is that of the pattern.
        package let isSame: Bool

        /// Whether it is a string with escapes.
        package let hasEscapes: Bool
    }

    private let text: ArraySlice<UInt8>
    private let slots: [Slot]

    /// Makes a pattern of a document.
    ///
    /// - Parameters:
    ///   - root: its value.
    ///   - values: those that may be others: strings and numbers, in the order of the text.
    package init(of root: JSONValue, varying values: [JSONValue]) {
        self.init(of: root.tape.bytes, documentAt: 0, varying: values)
    }

    /// Makes a pattern of a text that has a document in it.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - offset: where the document begins in it.
    ///   - values: those that may be others, as above.
    package init(of text: ArraySlice<UInt8>, documentAt offset: Int, varying values: [JSONValue]) {
        self.text = text
        slots = values.map { value in
            let isString = value.kind == .string
            let range = isString ? value.contentRange : value.byteRange
            return Slot(range: range.lowerBound + offset..<range.upperBound + offset, isString: isString)
        }
    }

    /// Finds what another document has in the places of the values that may be others.
    ///
    /// - Parameters:
    ///   - other: its text.
    ///   - pieces: what becomes one piece for each of the values, in their order; of no meaning where it does not fit.
    /// - Returns: whether it fits: it is the pattern's text but for those values, and each is sound and of its kind.
    package func fits(_ other: [UInt8], _ pieces: inout [Piece]) -> Bool {
        end(in: other.span, from: 0, &pieces) == other.count
    }

    /// Finds the same in a text that goes on behind what fits.
    ///
    /// - Parameters:
    ///   - other: the text.
    ///   - start: where what may fit begins.
    ///   - pieces: as above.
    /// - Returns: where it ends; nil where it does not fit.
    package func end(in other: Span<UInt8>, from start: Int, _ pieces: inout [Piece]) -> Int? {
        pieces.removeAll(keepingCapacity: true)
        var read = 0
        var position = start
        for slot in slots {
            guard has(read..<slot.range.lowerBound, other, at: position) else { return nil }
            position += slot.range.lowerBound - read
            read = slot.range.upperBound
            guard let piece = piece(of: slot, in: other, at: position) else { return nil }
            pieces.append(piece)
            position = piece.range.upperBound
        }
        guard has(read..<text.count, other, at: position) else { return nil }
        return position + text.count - read
    }

    /// What stands in the place of a value; nil where that is none of its kind.
    private func piece(of slot: Slot, in other: Span<UInt8>, at position: Int) -> Piece? {
        guard slot.isString else {
            guard let end = try? NumberScan.end(in: other, from: position) else { return nil }
            return Piece(range: position..<end, isSame: false, hasEscapes: false)
        }
        let scan = StringScan(of: other, from: position)
        // What is odd in any way is not worth a pattern.
        guard scan.fault == nil, scan.flags.subtracting(.hasEscapes).isEmpty else { return nil }
        let range = position..<scan.position - 1
        let isSame = range.count == slot.range.count && has(slot.range, other, at: position)
        return Piece(range: range, isSame: isSame, hasEscapes: !scan.flags.isEmpty)
    }

    /// Whether another text has some bytes of the pattern at an offset.
    private func has(_ range: Range<Int>, _ other: Span<UInt8>, at offset: Int) -> Bool {
        other.count - offset >= range.count
            && ByteScan.areSame(
                text.span.extracting(range), other.extracting(offset..<offset + range.count))
    }
}
