internal import JSONReading

/// Documents of JSON that follow each other in a text: a stream, if there are two or more.
struct DocumentRun {
    /// Their strings; none of the first document as long as it is alone.
    private(set) var texts = SplitTexts()

    /// The first document; one alone is in no pieces.
    private var first: (root: JSONValue, map: TextMap)?

    /// Whether there is more than one document.
    private(set) var isStream = false

    /// Adds the next document.
    mutating func add(_ root: JSONValue, _ map: TextMap) {
        if let first {
            texts.collect(first.root, first.map)
            self.first = nil
            isStream = true
        }
        if isStream { texts.collect(root, map) } else { first = (root, map) }
    }
}
