import Redaction
import Testing

/// What stands in the place of a secret and is none, and what only looks like it.
@Suite struct StandInTests {
    private static func secret(_ value: String) -> Secret {
        Secret(kind: .key, value: value, container: .userInformation, place: nil)
    }

    @Test(
        "a variable, a word for a secret and the beginning of a key before a mask are blanked too",
        arguments: [
            "$K", "${K}", "%K%", "$env:K", "$Env:OPENAI_API_KEY", "{{K}}", "{{ openai_key_2 }}", "${{ secrets.K }}",
            "$OPENAI_API_KEY", "$OPENAI_API_KEY_2", "${OPENAI_API_KEY:-}", "$apiKey", "$password", "%DB_PASSWORD%",
            "process.env.OPENAI_API_KEY", "$(cat key.txt)", "`cat key.txt`", "YOUR_API_KEY", "your-key-here",
            "yourApiKey", "yourapikey", "your password", "insert-your-api-key-here", "api-key-goes-here",
            "sk-your-api-key",
            "OPENAI_API_KEY", "api_key", "null", "none", "EMPTY", "undefined", "not-needed",
            "sk-no-key-required", "sk-...", "sk-ant-api03-xxxx", "sk-xxxx-xxxx-xxxx", "AIza***", "sk-\u{2026}", "sk-",
        ])
    func standIns(_ value: String) {
        #expect(StandInTests.secret(value).isBlanked)
    }

    @Test("the base64 of a user and a variable says as little as the variable")
    func basic() {
        #expect(!StandInTests.secret("am9lOiRQQVNTV09SRA==").isDistinctive)
        #expect(StandInTests.secret("am9lOiRlY3JldCEyMw==").isDistinctive)
        // A colon and an `x` behind bytes that are no text.
        #expect(StandInTests.secret("gYKDhIWGh4iJijp4").isDistinctive)
    }

    @Test(
        "a password that only begins like one is not",
        arguments: [
            "$ecret!23", "$3cretKEY99", "$ecret", "$Password1", "$MyPassword", "${AbCd1234EfGh5678}", "%41%42%43",
            "%Perth9%", "{{Perth9toHobart2sail}}", "none-of-this1", "nullable", "my-password", "my-api-key", "mykey",
            "yourself", "your key 7", "$monkey", "yourmonkey", "bluekeyhere", "keyhere", "secretgoeshere",
            "$hunterpass",
            "$Monkey", "%DONKEY%", "your monkey",
            "here", "password", "token", "sk-abc...wxyz", "sk-walk-to-xxx", "my-dog-xxx", "xx-hello", "sk-xx", "sk-x",
            "AIza------",
            "`", "``a",
        ])
    func passwords(_ value: String) {
        #expect(!StandInTests.secret(value).isBlanked)
    }

    @Test(
        "a text with a stand-in for each secret stays as it is",
        arguments: [
            "curl https://relay.example/v1 -H \"Authorization: Bearer ${API_KEY_2}\" -u \"joe:$PASSWORD\"",
            "GET /v1/models?key=${K}&api_key=sk-... HTTP/1.1\r\nx-api-key: {{K}}\r\nhost: relay.example\r\n\r\n",
            #"{"api_key": "YOUR_API_KEY", "headers": {"x-api-key": "%RELAY_KEY%"}, "password": "null"}"#,
            "API_KEY=$(pass show relay9)\nOPENAI_API_KEY=sk-xxxxxxxxxxxxxxxxxxxxxxxx\n",
        ])
    func texts(_ text: String) {
        #expect(String(decoding: RedactedCopy.of(Array(text.utf8)), as: UTF8.self) == text)
    }
}
