import Redaction
import Testing

/// Secrets in notes that are written in Markdown.
@Suite struct MarkdownTests {
    private func copy(_ text: String) -> String { String(decoding: RedactedCopy.of(Array(text.utf8)), as: UTF8.self) }

    @Test(
        "a value is replaced beside a cell with its name, below it, and behind a bold name",
        arguments: [
            ("| Name | Value |\n|---|---|\n| API key | SECRET |\n| Port | 8080 |\n", Secret.Kind.key),
            ("| **Password** | `SECRET` |", .password),
            ("  | user | password |\r\n  |:-:|--:|\r\n  | joe | SECRET |\r\n", .password),
            ("**Password:** SECRET\n", .password), ("- **Password**: `SECRET`\n", .password),
            ("**API key:** SECRET", .key),
            ("Access token = SECRET", .token),
        ])
    func values(_ template: String, _ kind: Secret.Kind) {
        let value = "Perth9toHobart2sail"
        let mark = RedactedCopy.marks.placeholder(of: value, kind: kind)
        #expect(copy(template.replacing("SECRET", with: value)) == template.replacing("SECRET", with: mark))
    }

    @Test(
        "words in tables and behind bold names stay",
        arguments: [
            "| field | type |\n|---|---|\n| password | string |\n| api_key | base64_text |\n",
            "**Password:** required\n**",
            "| password | user |\n| abcdef | x |\n\n| joe1234567 | sail1234 |\n", "a | password | abcd1234 |", "|",
            "||", "|--|",
            "API key: base64_image", "**", "**: x",
        ])
    func words(_ text: String) { #expect(copy(text) == text) }
}
