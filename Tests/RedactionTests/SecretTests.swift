import Redaction
import Testing

@Suite struct SecretTests {
    private func isBlanked(_ value: String) -> Bool {
        Secret(kind: .key, value: value, container: .userInformation, place: nil).isBlanked
    }

    @Test(
        "a value that was taken out is blanked",
        arguments: [
            "", "***", "********", "xxx", "XXXX-XXXX", "...", "\u{2026}", "\u{2022}\u{2022}\u{2022}", "[redacted]",
            "REDACTED-key-1",
            "Redacted", "<redacted>", "rREDACTed", "<api-key>", "[hidden]", "{{token}}", "${API_KEY}", "(none)", "_",
            "[key 1, 16 characters]",
        ])
    func blanked(_ value: String) {
        #expect(isBlanked(value))
    }

    @Test(
        "a value that is there is not",
        arguments: [
            "sk-walk-to-perth", "a", "$", "redac", "reredac-t", "<open", "close>", "[a>", "xylophone", "***a",
            "r-e-d-a-c-t",
        ])
    func shown(_ value: String) {
        #expect(!isBlanked(value))
    }
}
