/// Tells the header lines of a request from those of a response where no titles do.
///
/// Browsers show the response's first. The border is where the fewest names stand on the wrong side of it; of several
/// such places, one that the pane itself marks: by a blank line, or since the names of each side are sorted.
enum HeadersPaneBorder {
    /// Where the request's lines begin: all before are the response's.
    ///
    /// - Parameters:
    ///   - lines: the lines of both sides.
    ///   - breaks: the indices of those that blank lines stand before.
    /// - Returns: an index of the lines, or their number where none is the request's.
    static func index(in lines: [FieldLine], breaks: Set<Int>) -> Int {
        let sides = lines.map { line in HeadersPaneName.side(of: line.name) }
        guard let firstSent = sides.firstIndex(of: .request) else { return lines.count }
        guard let lastReceived = sides.lastIndex(of: .response) else {
            // Without a name of the response, the lines before the request's first pseudo-header or break may be its.
            let isPseudo = lines[firstSent].name.utf8.first == UInt8(ascii: ":")
            return isPseudo || breaks.contains(firstSent) ? firstSent : 0
        }
        if firstSent > lastReceived {
            let places = (lastReceived + 1)...firstSent
            return places.first { place in breaks.contains(place) }
                ?? places.first { place in isPseudo(lines[place]) }
                ?? places.first { place in isSortedAnew(lines, at: place) } ?? firstSent
        }
        return indexOfFewest(sides)
    }

    /// The first place with the fewest names on the wrong side.
    private static func indexOfFewest(_ sides: [HeadersPaneHeading.Side?]) -> Int {
        var wrong = sides.count { side in side == .response }
        var best = (index: 0, wrong: wrong)
        for (index, side) in sides.enumerated() {
            switch side {
            case .request: wrong += 1
            case .response: wrong -= 1
            case nil: continue
            }
            if wrong < best.wrong { best = (index + 1, wrong) }
        }
        return best.index
    }

    /// Whether a line has the name of a pseudo-header.
    private static func isPseudo(_ line: FieldLine) -> Bool {
        line.name.utf8.first == UInt8(ascii: ":")
    }

    /// Whether the order of the names begins anew at a line.
    private static func isSortedAnew(_ lines: [FieldLine], at index: Int) -> Bool {
        guard index > 0 else { return true }
        return lines[index].name.lowercased() < lines[index - 1].name.lowercased()
    }
}
