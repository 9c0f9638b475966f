import Findings
import Testing

@Suite struct TenthsTests {
    @Test(
        "a thousandth part is cut to one digit",
        arguments: [
            (6_736, "6.7"), (7_639, "7.6"), (99, "0.0"), (100, "0.1"), (-50, "0.0"), (-950, "-0.9"),
            (.max, "9223372036854775.8"),
        ])
    func thousandths(_ number: Int, _ text: String) {
        #expect(Tenths(thousandths: number).description == text)
    }

    @Test(
        "a share is cut and never more than the whole",
        arguments: [
            (2_188_840, 2_189_934, "99.9"), (1, 3, "33.3"), (5, 5, "100.0"), (6, 5, "100.0"), (1, 0, "0.0"),
            (-1, 5, "0.0"),
        ])
    func percentages(_ part: Int, _ whole: Int, _ text: String) {
        #expect(Tenths(percentageOf: part, in: whole).description == text)
    }
}
