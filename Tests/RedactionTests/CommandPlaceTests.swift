import Redaction
import Testing

/// Secrets in the words of commands and the lines of their files.
@Suite struct CommandPlaceTests {
    private func copy(_ text: String) -> String { String(decoding: RedactedCopy.of(Array(text.utf8)), as: UTF8.self) }

    private static let value = "Perth9toHobart2sail"

    private func expect(_ template: String, _ kind: Secret.Kind) {
        let mark = RedactedCopy.marks.placeholder(of: CommandPlaceTests.value, kind: kind)
        #expect(
            copy(template.replacing("SECRET", with: CommandPlaceTests.value))
                == template.replacing("SECRET", with: mark))
    }

    @Test(
        "the word of a command that is a password is replaced",
        arguments: [
            "mysql -u root -pSECRET db", "sshpass -p SECRET ssh host", "sshpass -p'SECRET' ssh host",
            "http -a joe:SECRET GET https://relay.example/v1", "$ redis-cli -a \"SECRET\" ping",
            "gh auth login --with-token <<< SECRET", "docker login -u joe -p SECRET relay.example",
        ])
    func passwords(_ template: String) { expect(template, .password) }

    @Test(
        "the word behind the name of a variable or a setting is replaced",
        arguments: [
            "setx OPENAI_API_KEY SECRET", "C:\\> setx OPENAI_API_KEY \"SECRET\" /M", "set -gx OPENAI_API_KEY SECRET",
            "setenv OPENAI_API_KEY 'SECRET'", "aws configure set aws_secret_access_key SECRET",
        ])
    func names(_ template: String) { expect(template, .key) }

    @Test(
        "the lines of a .netrc have passwords",
        arguments: [
            "machine relay.example login joe password SECRET\n",
            "machine relay.example\n  login joe\n  password SECRET\n", "default login joe password SECRET",
        ])
    func files(_ template: String) {
        // Too short to be one that words announce.
        let mark = RedactedCopy.marks.placeholder(of: "sail4pe9", kind: .password)
        #expect(
            copy(template.replacing("SECRET", with: "sail4pe9")) == template.replacing("SECRET", with: mark))
    }

    @Test(
        "other options, names and sentences stay",
        arguments: [
            "docker run -p 127.0.0.1:8080:80/tcp relay", "http -a", "mysql -p", "mysql -P3306tcp port99",
            "docker login relay.example; mkdir -p build2024x", "ssh login -p port22022",
            "the -a abcd1234",
            "aws configure set region us-east-1", "setx MODEL gemini-2.5-flash", "set -x",
            "settings -x PASSWORD abcd1234",
            "You login with password rules9min.",

            "sshpass -p $SSHPASS ssh host", "login ", " -p", "<<<", "gh auth login --with-token <<< $TOKEN",
        ])
    func others(_ text: String) { #expect(copy(text) == text) }

    @Test("a line of nothing but leads stays as it is")
    func manyLeads() {
        let text = String(repeating: "login machine <<< -a -p set -x ", count: 2_000)
        #expect(copy(text) == text)
    }
}
