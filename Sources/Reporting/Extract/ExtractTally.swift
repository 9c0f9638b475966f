internal import MediaFinding

/// The figures of an extraction.
struct ExtractTally: EncodedValue {
    private(set) var counts: [ExtractedMedium.State: Int] = [:]

    /// The bytes of the files that were written, or would be.
    private(set) var byteCount = 0

    /// Counts a medium.
    mutating func add(_ extracted: ExtractedMedium) {
        counts[extracted.state, default: 0] += 1
        guard extracted.state == .written || extracted.state == .planned else { return }
        byteCount += extracted.medium.bytes?.count ?? 0
    }

    /// How many media ended so.
    func count(_ state: ExtractedMedium.State) -> Int { counts[state, default: 0] }

    /// The figures in a sentence.
    var words: String {
        let files = count(.written) + count(.planned)
        let verb = count(.planned) > 0 ? "would be written" : "written"
        let rest: [(ExtractedMedium.State, String)] = [
            (.again, "the same again"), (.elided, "elided in the capture"), (.empty, "empty"),
            (.skipped, "skipped as damaged"), (.exists, "not written, something is there (--force)"),
            (.failed, "that could not be written"),
        ]
        let others = rest.compactMap { state, words in count(state) > 0 ? "\(count(state)) \(words)" : nil }
        let first = "\(Wording.count(files, "file")) \(verb), \(Wording.size(byteCount))"
        return ([first] + others).joined(separator: "; ")
    }

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.number("media", counts.values.reduce(0, +))
            for state in ExtractedMedium.State.allCases { writer.number(state.rawValue, count(state)) }
            writer.number("bytes", byteCount)
        }
    }
}
