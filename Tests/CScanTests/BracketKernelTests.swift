import CScan
import TestSupport
import Testing

@Suite struct BracketKernelTests {
    @Test("the bracket that is sought is the one that the plain twin finds, however the text is cut")
    func closingBracket() {
        var inputs = KernelInputs(
            of: Array("{{[[}]\"\"\"\\\\\\".utf8), between: Array("abc: 12, \u{5}ZY;=_".utf8), seed: 5)
        let failures = inputs.run { text, random in
            var state = CScanBrackets()
            state.depth = Int.random(in: -1...3, using: &random)
            state.isInString = Bool.random(using: &random)
            state.isEscaped = Bool.random(using: &random)
            let level = Int.random(in: -1...3, using: &random)
            let cut = Int.random(in: 0...text.count, using: &random)
            let found = Self.search(text, from: state, level: level, cutAt: cut, using: cscan_closing_bracket)
            let twin = Self.search(
                text, from: state, level: level, cutAt: text.count, using: cscan_scalar_closing_bracket)
            return found == twin
        }
        #expect(failures.isEmpty, "\(failures.prefix(5))")
    }

    /// All brackets that a search finds in the two parts of a text, and the state at the end.
    private static func search(
        _ text: Span<UInt8>, from start: CScanBrackets, level: Int, cutAt cut: Int,
        using kernel: (CScanBrackets, Span<UInt8>, Int) -> CScanBrackets
    ) -> [Int] {
        var state = start
        var found: [Int] = []
        var position = 0
        for end in [cut, text.count] {
            repeat {
                state = kernel(state, text.extracting(position..<end), level)
                position += state.bytesRead
                if state.isFound { found += [position, state.depth] }
            } while state.isFound
        }
        return found + [position, state.depth, state.isInString ? 1 : 0, state.isEscaped ? 1 : 0]
    }

    @Test("the elements of an array end where they end, and then the array does")
    func elements() {
        let bytes = Array(#"{"log": {"entries": [{"a": "}]\"]"}, [[]], {}, {"b": [{}, "x\\"]}]}, "z": []}"#.utf8)
        var state = CScanBrackets()
        var ends: [String] = []
        var position = 0
        // The array is the third bracket that is open.
        repeat {
            state = cscan_closing_bracket(state, bytes.span.extracting(droppingFirst: position), 3)
            position += state.bytesRead
            ends.append(String(decoding: bytes[..<position].suffix(4), as: UTF8.self))
        } while state.isFound && state.depth == 3
        #expect(ends == [#"]"}"#, "[[]]", ", {}", #"\"]}"#, #""]}]"#].map { end in String((" \\\"" + end).suffix(4)) })
        #expect(state.isFound)
        #expect(state.depth == 2)
    }
}
