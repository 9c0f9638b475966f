import Redaction
import Testing

/// Secrets in the code of programs that stands beside captures.
@Suite struct CodePlaceTests {
    private func copy(_ text: String) -> String { String(decoding: RedactedCopy.of(Array(text.utf8)), as: UTF8.self) }

    @Test(
        "the string beside the name of a header or a variable is replaced",
        arguments: [
            (#"req.Header.Set("Authorization", "Bearer SECRET")"#, Secret.Kind.token),
            (#"x.setRequestHeader('x-api-key', 'SECRET');"#, .key),
            (#"send_request_headers.started [(b'Authorization', b'Bearer SECRET'), (b'accept', b'*/*')]"#, .token),
            (#"[Environment]::SetEnvironmentVariable("OPENAI_API_KEY","SECRET","User")"#, .key),
            (#"os.environ["X_API_KEY"] = "SECRET""#, .key), (#"request['Authorization'] = f"Bearer SECRET""#, .token),
            (#"headers = { "Authorization" => "Bearer SECRET" }"#, .token), (#"apiKey := "SECRET""#, .key),
            (#"requests.get(url, auth=("joe", "SECRET"))"#, .password),
            (#"auth=HTTPBasicAuth('joe', 'SECRET')"#, .password),
            (#"'auth' => ['joe', 'SECRET']"#, .password),
        ])
    func strings(_ template: String, _ kind: Secret.Kind) {
        let value = "Perth9toHobart2sail"
        let mark = RedactedCopy.marks.placeholder(of: value, kind: kind)
        #expect(copy(template.replacing("SECRET", with: value)) == template.replacing("SECRET", with: mark))
    }

    @Test(
        "words, names and what opens nothing stay",
        arguments: [
            #"required=["api_key", "base64_image", "oauth2_token"]"#, #"f("password", "sha256_hash")"#,
            #"client.oauth(["email_v2x1", "calendar_v3x1"])"#, #"auth=("user", "password")"#,
            #"set("x-api-key", key)"#, #"set("accept", "application/json5x77")"#, #"("key","#, #"("token", "abc12345"#,
            #"os.environ["MODEL"] = "gemini-2.5-flash""#, "if password == other_1234 {",
        ])
    func words(_ text: String) { #expect(copy(text) == text) }

    @Test("a passphrase of several words goes where a variable has it between quotation marks")
    func phrases() {
        let mark = RedactedCopy.marks.placeholder(of: "correct horse battery", kind: .password)
        #expect(copy("DB_PASSWORD=\"correct horse battery\"\n") == "DB_PASSWORD=\"\(mark)\"\n")
        for text in [
            "password=\"correct horse battery\"", "PASSWORD=correct horse", "API_KEY=\"not set yet\"\n",
            "PASSWORD=\"$(pass show relay)\"\n", "PASSWORD=\"your password here\"\n",
        ] {
            #expect(copy(text) == text)
        }
    }
}
