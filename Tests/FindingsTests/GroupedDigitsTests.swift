import Findings
import Testing

@Suite struct GroupedDigitsTests {
    @Test(
        "thousands are set apart",
        arguments: [
            (0, "0"), (999, "999"), (1_000, "1,000"), (1_641_630, "1,641,630"), (-1_234, "-1,234"), (-123, "-123"),
            (.max, "9,223,372,036,854,775,807"), (.min, "-9,223,372,036,854,775,808"),
        ])
    func grouped(_ number: Int, _ text: String) {
        #expect(number.grouped == text)
    }
}
