/// The filters that rows of image data are written with, undone.
///
/// PNG, 3rd edition, §9.2
enum ScanlineFilter {
    /// Undoes the filter of a row; an unknown one is taken for none.
    ///
    /// - Parameters:
    ///   - filter: the filter's number.
    ///   - row: the filtered bytes, which become those of the row.
    ///   - above: the row above; for the first row of a pass any of another size, since zeros stand above it.
    ///   - distance: the bytes from a sample to the one of the pixel before, at least one.
    static func undo(_ filter: UInt8, in row: inout [UInt8], above: [UInt8], distance: Int) {
        guard (1...4).contains(filter) else { return }
        let isFirst = above.count != row.count
        for index in row.indices {
            let left = index >= distance ? row[index - distance] : 0
            let up = isFirst ? 0 : above[index]
            let corner = isFirst || index < distance ? 0 : above[index - distance]
            let predicted =
                switch filter {
                case 1: left
                case 2: up
                case 3: UInt8((Int(left) + Int(up)) / 2)
                default: paeth(left, up, corner)
                }
            row[index] &+= predicted
        }
    }

    /// The neighbour that is nearest to what the three of them make likely. §9.4
    private static func paeth(_ left: UInt8, _ up: UInt8, _ corner: UInt8) -> UInt8 {
        let estimate = Int(left) + Int(up) - Int(corner)
        let distances = (abs(estimate - Int(left)), abs(estimate - Int(up)), abs(estimate - Int(corner)))
        if distances.0 <= distances.1, distances.0 <= distances.2 { return left }
        return distances.1 <= distances.2 ? up : corner
    }
}
