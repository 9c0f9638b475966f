/// Pairs rows with columns so that the sum of their scores is the largest.
///
/// H. W. Kuhn, "The Hungarian Method for the Assignment Problem" (1955), in the form with potentials, O(n³)
enum Assignment {
    /// Finds the best way to pair.
    ///
    /// - Parameter scores: the score of each row in each column, from 0 to 1; all rows have as many columns.
    /// - Returns: the column of each row; nil for a row that is left over.
    static func best(_ scores: [[Double]]) -> [Int?] {
        guard let width = scores.first?.count, width > 0 else { return scores.map { _ in nil } }
        guard scores.count <= width else { return transposed(best(transposed(scores)), count: scores.count) }
        let height = scores.count
        var rowPotential = [Double](repeating: 0, count: height + 1)
        var columnPotential = [Double](repeating: 0, count: width + 1)
        // The row of each column; row and column 0 stand for none.
        var rowOf = [Int](repeating: 0, count: width + 1)
        for row in 1...height {
            rowOf[0] = row
            var column = 0
            var least = [Double](repeating: .infinity, count: width + 1)
            var way = [Int](repeating: 0, count: width + 1)
            var isUsed = [Bool](repeating: false, count: width + 1)
            repeat {
                isUsed[column] = true
                let current = rowOf[column]
                var delta = Double.infinity
                var next = 0
                for candidate in 1...width where !isUsed[candidate] {
                    let cost =
                        -scores[current - 1][candidate - 1] - rowPotential[current] - columnPotential[candidate]
                    if cost < least[candidate] {
                        least[candidate] = cost
                        way[candidate] = column
                    }
                    if least[candidate] < delta {
                        delta = least[candidate]
                        next = candidate
                    }
                }
                for candidate in 0...width {
                    if isUsed[candidate] {
                        rowPotential[rowOf[candidate]] += delta
                        columnPotential[candidate] -= delta
                    } else {
                        least[candidate] -= delta
                    }
                }
                column = next
            } while rowOf[column] != 0
            while column != 0 {
                rowOf[column] = rowOf[way[column]]
                column = way[column]
            }
        }
        var columns = [Int?](repeating: nil, count: height)
        for column in 1...width where rowOf[column] > 0 { columns[rowOf[column] - 1] = column - 1 }
        return columns
    }

    private static func transposed(_ scores: [[Double]]) -> [[Double]] {
        (scores.first ?? []).indices.map { column in scores.map { row in row[column] } }
    }

    private static func transposed(_ rows: [Int?], count: Int) -> [Int?] {
        var columns = [Int?](repeating: nil, count: count)
        for (column, row) in rows.enumerated() { if let row { columns[row] = column } }
        return columns
    }
}
