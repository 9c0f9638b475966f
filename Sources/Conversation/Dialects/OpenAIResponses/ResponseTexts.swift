internal import CaptureReading
internal import JSONReading

/// The texts of an item while their pieces arrive, each found by its number, which is the capture's to choose.
struct ResponseTexts: Sendable {
    private var texts: [ResponseText] = []
    private var positions: [Int: Int] = [:]

    /// Whether there is none.
    var isEmpty: Bool { texts.isEmpty }

    /// Whether what came whole is anywhere not what its pieces came to.
    var differ: Bool { texts.contains(where: \.differs) }

    /// Changes the text of a number, begun where there is none; a number that is missing or none is 0.
    mutating func change(
        at number: JSONValue?, kind: PartAccumulator.TextKind, place: Place?, _ change: (inout ResponseText) -> Void
    ) {
        let index = number?.int ?? 0
        let position = positions[index] ?? texts.count
        if position == texts.count {
            positions[index] = position
            texts.append(ResponseText(index: index, kind: kind, place: place))
        }
        change(&texts[position])
    }

    /// Adds them to the parts of their message, by their numbers.
    func add(to parts: inout PartAccumulator, isApart: Bool) {
        for text in texts.sorted(by: { left, right in left.index < right.index }) {
            text.add(to: &parts, isApart: isApart)
        }
    }
}
