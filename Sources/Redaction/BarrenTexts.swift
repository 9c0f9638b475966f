/// Some of the texts that were walked through last and had nothing in them: the events of a stream repeat most of their
/// strings.
struct BarrenTexts {
    /// A text, and how many layers deep it lay.
    private struct Entry {
        let text: ArraySlice<UInt8>
        let depth: Int
    }

    /// The last text of each place that texts are sorted into; empty until there is one.
    private var entries: [Entry?] = []

    private static let placeCount = 64

    /// Longer texts are not kept, in bytes: they repeat less, and each keeps the event that it stands in.
    private static let longest = 256

    /// Whether a text is one of them: at such a depth or a smaller one, where more layers were opened.
    func contains(_ text: ArraySlice<UInt8>, depth: Int) -> Bool {
        guard !entries.isEmpty, text.count <= BarrenTexts.longest, let place = place(of: text),
            let entry = entries[place]
        else { return false }
        return entry.depth <= depth && entry.text == text
    }

    /// Notes that a text has nothing in it.
    mutating func insert(_ text: ArraySlice<UInt8>, depth: Int) {
        guard text.count <= BarrenTexts.longest, let place = place(of: text) else { return }
        if entries.isEmpty { entries = Array(repeating: nil, count: BarrenTexts.placeCount) }
        entries[place] = Entry(text: text, depth: depth)
    }

    /// The place of a text, by its length and its ends; nil for one of no bytes.
    private func place(of text: ArraySlice<UInt8>) -> Int? {
        guard let first = text.first, let last = text.last else { return nil }
        return (text.count &* 7 &+ Int(first) &* 3 &+ Int(last)) % BarrenTexts.placeCount
    }
}
