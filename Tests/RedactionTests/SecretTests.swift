import Redaction
import Testing

@Suite struct SecretTests {
    private func secret(_ value: String, hasOrdinaryName: Bool = false) -> Secret {
        Secret(
            kind: .key, value: value, container: .userInformation, place: nil, hasOrdinaryName: hasOrdinaryName)
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
        #expect(secret(value).isBlanked)
    }

    @Test(
        "a value that is there is not",
        arguments: [
            "sk-walk-to-perth", "a", "$", "redac", "reredac-t", "<open", "close>", "[a>", "xylophone", "***a",
            "r-e-d-a-c-t", "redact_live_walk", "<sk-walk-2-perth-and-back>", "[walk2perth-walk2perth]",
        ])
    func shown(_ value: String) {
        #expect(!secret(value).isBlanked)
    }

    @Test(
        "a value looks issued by its length, or by what words do not have",
        arguments: [
            ("walktoperthagain", true), ("walktoperthagai", false), ("closed", false), ("in-progress", false),
            ("NOT_FOUND", false), ("Completed", true), ("walk2perth", true), ("walk2me", false), ("12345678", true),
            ("walk-to-perth", true), ("walk/perth", true), ("walk perth", false), ("\u{E9}t\u{E9}s-durs", false),
            ("", false),
        ])
    func issued(_ value: String, _ looksIssued: Bool) {
        #expect(secret(value).looksIssued == looksIssued)
    }

    @Test("an ordinary word counts where only secrets stand, and nothing that was taken out counts")
    func distinctive() {
        #expect(secret("closed").isDistinctive)
        #expect(!secret("closed", hasOrdinaryName: true).isDistinctive)
        #expect(secret("walk-to-perth", hasOrdinaryName: true).isDistinctive)
        #expect(!secret("[redacted]").isDistinctive)
    }

    @Test(
        "only what opens something by itself is a credential",
        arguments: [
            (Secret.Kind.key, true), (.token, true), (.password, true), (.signature, true), (.cookie, false),
            (.csrfToken, false),
        ])
    func credentials(_ kind: Secret.Kind, _ isCredential: Bool) {
        let secret = Secret(kind: kind, value: "walk", container: .userInformation, place: nil)
        #expect(secret.isCredential == isCredential)
    }
}
