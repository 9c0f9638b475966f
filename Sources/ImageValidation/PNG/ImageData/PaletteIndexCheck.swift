/// Undoes the filters of an indexed image and looks for indices that lead out of the palette.
///
/// PNG, 3rd edition, §9.2, §11.2.2
struct PaletteIndexCheck {
    /// The longest row that is kept: what an image claims is no measure of what may be kept of it.
    static let largestRow = 1 << 24

    /// How many pixels lead out of the palette.
    private(set) var count = 0

    /// The first of them: its row, its place in the row from 0, and its index.
    private(set) var first: (row: ScanlineReader.Row, column: Int, index: UInt8)?

    private let paletteSize: Int
    private let bitDepth: Int
    private var filter: UInt8 = 0
    private var current: [UInt8] = []
    private var previous: [UInt8] = []

    /// A check at the beginning of the first row.
    init(paletteSize: Int, bitDepth: Int) {
        self.paletteSize = paletteSize
        self.bitDepth = bitDepth
    }

    /// Begins a pass: its first row has none above it.
    mutating func beginPass() {
        previous.removeAll(keepingCapacity: true)
    }

    /// Begins a row.
    mutating func begin(filter: UInt8) {
        self.filter = filter
        current.removeAll(keepingCapacity: true)
    }

    /// Takes the filtered bytes that follow.
    mutating func append(_ bytes: Span<UInt8>) {
        for index in bytes.indices { current.append(bytes[index]) }
    }

    /// Ends a row.
    mutating func end(row: ScanlineReader.Row) {
        // A pixel is never more than a byte.
        ScanlineFilter.undo(filter, in: &current, above: previous, distance: 1)
        let perByte = 8 / bitDepth
        let mask = UInt8(truncatingIfNeeded: (1 << bitDepth) - 1)
        for column in 0..<row.pass.width {
            let shift = 8 - bitDepth * (column % perByte + 1)
            let index = current[column / perByte] >> UInt8(shift) & mask
            guard Int(index) >= paletteSize else { continue }
            if first == nil { first = (row, column, index) }
            count += 1
        }
        swap(&current, &previous)
    }
}
