/// Defects of which each kind is noted once, where it was first met, with how often it was.
///
/// A capture can hold one at every other byte: no more is kept of them than there are kinds.
struct DefectTally {
    private var kinds: [(defect: CaptureDefect, count: Int)] = []

    /// Notes a defect that was met so many times in a row, at its place first.
    mutating func note(_ defect: CaptureDefect, count: Int = 1) {
        if let index = kinds.firstIndex(where: { kind in kind.defect.id == defect.id }) {
            kinds[index].count += count
        } else {
            kinds.append((defect, count))
        }
    }

    /// The first defect of each kind, in the order in which the kinds were met.
    var defects: [CaptureDefect] {
        kinds.map { kind in
            var defect = kind.defect
            if kind.count > 1 { defect.message += "; met \(kind.count) times, here first" }
            return defect
        }
    }
}
