/// A word as a user spelled it, beside the names that there are.
public struct Spelling: Sendable {
    private let word: String

    /// How many characters of a word are compared at most: time grows with their number times that of a name's.
    private static let comparedCount = 64

    /// Takes a word; its case does not count, nor do characters beyond the 64th.
    public init(_ word: String) {
        self.word = String(word.lowercased().prefix(Spelling.comparedCount))
    }

    /// How many bytes have to be put in, left out or replaced to make it a name, 0 where the name has it in itself; nil
    /// for no word, and where these are more than half of it: then another was meant, or none.
    public func distance(to name: String) -> Int? {
        let name = name.lowercased()
        guard !word.isEmpty else { return nil }
        guard !name.contains(word) else { return 0 }
        let distance = Spelling.distance(from: Array(word.utf8), to: Array(name.utf8))
        return distance * 2 <= word.utf8.count ? distance : nil
    }

    /// The bytes that have to be put in, left out or replaced to make one text the other.
    ///
    /// Wagner and Fischer, "The string-to-string correction problem", 1974
    private static func distance(from word: [UInt8], to name: [UInt8]) -> Int {
        var row = Array(0...name.count)
        for (line, byte) in word.enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for (column, other) in name.enumerated() {
                let replaced = diagonal + (byte == other ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[name.count]
    }
}
