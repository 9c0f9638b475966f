extension Sequence<Int> {
    /// The sum of the numbers, each step cut to the largest or the smallest number where it cannot be held: captures
    /// may hold any number.
    package var saturatingSum: Int {
        reduce(0) { sum, number in
            let (value, overflow) = sum.addingReportingOverflow(number)
            return overflow ? (number < 0 ? Int.min : Int.max) : value
        }
    }
}
