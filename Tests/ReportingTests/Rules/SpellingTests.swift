import Reporting
import Testing

/// How near a word is to a name.
@Suite struct SpellingTests {
    @Test(
        "a word is near to a name that has it, or that few letters make of it",
        arguments: [
            ("inspect", 0), ("Spec", 0), ("inpsect", 2), ("inspec", 0), ("isnpct", 3), ("check", nil), ("", nil),
        ] as [(String, Int?)])
    func distance(_ word: String, _ expected: Int?) {
        #expect(Spelling(word).distance(to: "inspect") == expected)
    }
}
