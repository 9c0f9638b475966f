import Conversation
import Testing

@Suite struct TokenUsageTests {
    @Test(
        "a sum agrees when it is its parts, or leaves room for those that may be missing",
        arguments: [
            ([2, 3], 5, false, true), ([2, 3], 6, false, false), ([2, 3], 4, false, false), ([2, 3], 5, true, true),
            ([2, 3], 6, true, true), ([2, 3], 4, true, false), ([], 0, false, true),
        ])
    func sums(_ parts: [Int], _ declared: Int, _ mayOmitParts: Bool, _ agrees: Bool) {
        #expect(TokenSum(name: "n", parts: parts, declared: declared, mayOmitParts: mayOmitParts).agrees == agrees)
    }

    @Test("a sum that cannot be held is cut to what can")
    func saturation() {
        #expect([Int.max, 1].saturatingSum == .max)
        #expect([Int.min, -1].saturatingSum == .min)
        #expect([Int.max, 1, -1].saturatingSum == .max - 1)
        #expect([Int]().saturatingSum == 0)
        #expect(TokenSum(name: "n", parts: [.max, 1], declared: .max).computed == .max)
    }
}
