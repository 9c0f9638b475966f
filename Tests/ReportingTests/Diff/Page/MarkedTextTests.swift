import Testing

@testable import Reporting

@Suite("The words of one side that the other does not have")
struct MarkedTextTests {
    @Test("both sides hold their whole text, each with its own words marked")
    func words() {
        let sides = MarkedText.sides(from: "the last ferry", to: "the first ferry", isWhole: false)
        #expect(sides.from.runs == [.same("the "), .changed("last"), .same(" ferry")])
        #expect(sides.to.runs == [.same("the "), .changed("first"), .same(" ferry")])
        #expect(sides.from.text == "the last ferry" && sides.to.text == "the first ferry")
        #expect(MarkedText(allOf: "ferry").runs == [.changed("ferry")])
    }

    @Test("of a long stretch that is the same the middle is left out, of the first the beginning, with its size")
    func middles() {
        let long = String(repeating: "a", count: 1000)
        let from = "\(long) red \(long) car \(long)"
        let sides = MarkedText.sides(from: from, to: from.replacing("red", with: "blue"), isWhole: false)
        let half = String(repeating: "a", count: 300)
        #expect(
            sides.from.runs == [
                .left(701), .same(half.dropLast() + " "), .changed("red"), .same(" " + half.dropLast()), .left(1406),
                .same(half),
            ])
        #expect(MarkedText.sides(from: from, to: from + "!", isWhole: true).from.text == from)
    }

    @Test("a text that no page can hold ends with the size of what is left")
    func cut() {
        let long = String(repeating: "a", count: 500_000)
        #expect(MarkedText.sides(from: "b", to: long, isWhole: false).to.runs.last == .left(100_000))
    }
}
