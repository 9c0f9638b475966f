import Comparison
import Testing

@Suite struct WordDifferenceTests {
    @Test(
        "words that differ stand in brackets",
        arguments: [
            ("his red car", "his green car", "his [-red-]{+green+} car"), ("", "", ""), ("a", "", "[-a-]"),
            ("", "a", "{+a+}"),
            ("a b", "a x b", "a {+x +}b"), ("a x b", "a b", "a [-x -]b"),
            ("one two three", "one 2 3 three", "one [-two-]{+2 3+} three"),
            ("version 1.5.9 of it", "version 1.6.0 of it", "version [-1.5.9-]{+1.6.0+} of it"),
            ("the big red car", "the small green car", "the [-big red-]{+small green+} car"),
            ("红色的车", "蓝色的车", "[-红-]{+蓝+}色的车"), ("end", "end.", "end{+.+}"),
        ])
    func words(_ from: String, _ to: String, _ expected: String) {
        let difference = WordDifference(from: from, to: to)
        #expect(WordDifferenceTests.marked(difference) == expected)
    }

    @Test("the pieces make up both texts, and the other way round they are the same with the sides exchanged")
    func sides() {
        let texts = ["", "a", "a b c", "a  b, c", "x\ny z", "b a", "c b a c b a", "a b c d e f", "f e d c b a"]
        for from in texts {
            for to in texts {
                let pieces = WordDifference(from: from, to: to).pieces
                #expect(pieces.filter { $0.kind != .added }.map(\.text).joined() == from)
                #expect(pieces.filter { $0.kind != .removed }.map(\.text).joined() == to)
                let back = WordDifference(from: to, to: from).pieces
                #expect(back.filter { $0.kind == .same }.map(\.text) == pieces.filter { $0.kind == .same }.map(\.text))
            }
        }
    }

    @Test("texts of very many words are replaced between their ends")
    func many() {
        let words = (0..<30_000).map { number in "w\(number)" }
        let from = "begin " + words.joined(separator: " ") + " end"
        let to = "begin " + words.reversed().joined(separator: " ") + " end"
        let kinds = WordDifference(from: from, to: to).pieces.map(\.kind)
        #expect(kinds == [.same, .removed, .added, .same])
    }

    private static func marked(_ difference: WordDifference) -> String {
        difference.pieces.map { piece in
            switch piece.kind {
            case .same: piece.text
            case .removed: "[-\(piece.text)-]"
            case .added: "{+\(piece.text)+}"
            }
        }.joined()
    }
}
