/// Follows inflated image data row by row, and looks at what can be wrong in them: filter types, palette indices.
///
/// PNG, 3rd edition, §9.2, §11.2.2
struct ScanlineReader {
    /// A row.
    struct Row {
        /// Its pass.
        let pass: ScanlineLayout.Pass

        /// Its number within the pass, from 0.
        let number: Int
    }

    /// How many bytes were taken, those behind the last row included.
    private(set) var byteCount = 0

    /// How many rows are whole.
    private(set) var wholeRows = 0

    /// The first row whose filter type has no meaning, with that type, and how many there are.
    private(set) var badFilter: (row: Row, type: UInt8)?
    private(set) var badFilterCount = 0

    /// How many rows come before the first bad filter; all of them where there is none.
    private(set) var rowsBeforeBadFilter: Int?

    /// What came of looking at palette indices; nil where they need not be looked at.
    private(set) var indices: PaletteIndexCheck?

    private let layout: ScanlineLayout
    private var pass = 0
    private var row = 0
    /// The bytes of the row that are still to come; nil before its filter byte.
    private var missing: Int?

    /// A reader of the first row.
    ///
    /// - Parameters:
    ///   - layout: how the rows follow one another.
    ///   - paletteSize: the entries of the palette, where indices can lead out of it; else nil.
    init(_ layout: ScanlineLayout, paletteSize: Int?) {
        self.layout = layout
        guard let paletteSize, layout.passes.allSatisfy({ pass in pass.rowSize <= PaletteIndexCheck.largestRow })
        else { return }
        indices = PaletteIndexCheck(paletteSize: paletteSize, bitDepth: layout.pixelBits)
    }

    /// Takes the bytes that follow.
    mutating func append(_ bytes: Span<UInt8>) {
        byteCount += bytes.count
        var position = 0
        while position < bytes.count, pass < layout.passes.count {
            guard let missing else {
                begin(filter: bytes[position])
                position += 1
                continue
            }
            let count = min(missing, bytes.count - position)
            indices?.append(bytes.extracting(position..<position + count))
            position += count
            if count == missing { end() } else { self.missing = missing - count }
        }
    }

    private mutating func begin(filter: UInt8) {
        let current = layout.passes[pass]
        missing = current.rowSize
        if filter > 4 {
            if badFilter == nil {
                badFilter = (Row(pass: current, number: row), filter)
                rowsBeforeBadFilter = wholeRows
            }
            badFilterCount += 1
        }
        indices?.begin(filter: filter)
    }

    private mutating func end() {
        let current = layout.passes[pass]
        indices?.end(row: Row(pass: current, number: row))
        missing = nil
        wholeRows += 1
        row += 1
        guard row == current.height else { return }
        row = 0
        pass += 1
        indices?.beginPass()
    }
}

extension ScanlineReader.Row: CustomStringConvertible {
    /// In words: `row 5`, `row 5 of pass 2`; rows are counted from 1.
    var description: String {
        pass.number == 0 ? "row \(number + 1)" : "row \(number + 1) of pass \(pass.number)"
    }
}
