/// Undoes the filters of inflated image data, row by row, and puts each pixel in its place.
///
/// PNG, 3rd edition, §8.1, §9.2
struct ScanlineDecoder {
    private let layout: ScanlineLayout
    private let expansion: SampleExpansion
    private let imageWidth: Int

    /// The bytes from a sample to the one of the pixel before, at least one.
    private let distance: Int

    private var samples: [UInt8]
    private var pass = 0
    private var rowNumber = 0

    /// The filter of the row that is being read; nil before its first byte.
    private var filter: UInt8?
    private var row: [UInt8] = []
    private var above: [UInt8] = []

    /// Whether a filter type was met that there is not: nothing behind it can be decoded.
    private var isBroken = false

    /// A decoder before the first byte of an image, whose rows are laid out like this.
    init(_ layout: ScanlineLayout, _ expansion: SampleExpansion) {
        self.layout = layout
        self.expansion = expansion
        distance = max(1, layout.pixelBits / 8)
        imageWidth = layout.imageSize.width
        samples = [UInt8](
            repeating: 0, count: layout.imageSize.width * layout.imageSize.height * expansion.channels)
        beginPass()
    }

    /// Whether every row is there.
    var isComplete: Bool { pass == layout.passes.count && !isBroken }

    /// The samples of all rows.
    consuming func finish() -> [UInt8] { samples }

    /// Takes the bytes that follow; what stands behind the last row is not looked at.
    mutating func append(_ bytes: Span<UInt8>) {
        var position = 0
        while position < bytes.count, pass < layout.passes.count, !isBroken {
            guard filter != nil else {
                filter = bytes[position]
                isBroken = bytes[position] > 4
                position += 1
                continue
            }
            let size = layout.passes[pass].rowSize
            let count = min(size - row.count, bytes.count - position)
            for index in position..<position + count { row.append(bytes[index]) }
            position += count
            if row.count == size { endRow() }
        }
    }

    private mutating func beginPass() {
        rowNumber = 0
        row = []
        above = pass < layout.passes.count ? [UInt8](repeating: 0, count: layout.passes[pass].rowSize) : []
    }

    private mutating func endRow() {
        ScanlineFilter.undo(filter ?? 0, in: &row, above: above, distance: distance)
        let current = layout.passes[pass]
        // Origin and steps: x, y, horizontal, vertical.
        let steps = current.number == 0 ? (0, 0, 1, 1) : ScanlineLayout.adam7[current.number - 1]
        let start = (steps.1 + rowNumber * steps.3) * imageWidth + steps.0
        expansion.expand(row, width: current.width, into: &samples, from: start, by: steps.2)
        swap(&row, &above)
        row.removeAll(keepingCapacity: true)
        filter = nil
        rowNumber += 1
        guard rowNumber == current.height else { return }
        pass += 1
        beginPass()
    }
}
