internal import JSONReading

/// The search for the next entry in one that seems to go on, while it is loaded.
struct HTTPArchiveEntrySearch {
    private let sign: HTTPArchiveEntrySign

    /// Where the search goes on: behind the brace of the entry itself.
    private var position = 1

    /// The offset of the last sign that stood in a sound place.
    private var lastSound = 0

    /// How many bytes of an entry are scanned before the first look for the next one.
    static let firstReach = 1 << 12

    /// Begins at the first byte of an entry.
    init(_ sign: HTTPArchiveEntrySign) {
        self.sign = sign
    }

    /// The offset of the next entry where what stands before it is not sound; nil where none begins before an offset.
    ///
    /// An object may lie in an entry that looks like one. Each next of them is tried only twice as far from the front as
    /// the one before, so that they cost no more than the entry.
    mutating func next(in bytes: ArraySlice<UInt8>, upTo end: Int) -> Int? {
        while position < end, let found = sign.first(in: bytes.span, range: position..<end) {
            position = found.start + 1
            guard found.start >= 2 * lastSound else { continue }
            lastSound = found.start
            if HTTPArchiveEntrySearch.isDamaged(bytes.prefix(found.end)) { return found.start }
        }
        position = max(position, end)
        return nil
    }

    /// Whether a text is no beginning of a JSON value.
    private static func isDamaged(_ text: ArraySlice<UInt8>) -> Bool {
        switch JSONDocument(parsing: text).fault {
        case nil, .truncated, .tooDeep, .tooLarge: false
        default: true
        }
    }
}
