import CaptureReading
import Redaction
import Testing

/// Secrets in the fields of forms that are sent in parts.
@Suite struct MultipartFieldTests {
    private func copy(_ text: String) -> String { String(decoding: RedactedCopy.of(Array(text.utf8)), as: UTF8.self) }

    private static let capture =
        "POST /v1/files HTTP/1.1\r\nHost: relay.example\r\nContent-Type: multipart/form-data; boundary=b\r\n\r\n"

    private static let form =
        "--b\r\nContent-Disposition: form-data; name=\"NAME\"\r\n\r\nSECRET\r\n"
        + "--b\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nuser_data\r\n--b--\r\n"

    @Test(
        "the value of a field with the name of a secret is replaced, in a string of JSON too",
        arguments: [
            form, form.replacing("\r\n", with: "\n"), form.replacing("\"NAME\"", with: "NAME"),
            form.replacing("\"NAME\"\r\n", with: "\"NAME\"\r\nContent-Type: text/plain\r\n"), capture + form,
            #"{"postData": {"text": "\#(form.replacing("\"", with: #"\""#).replacing("\r\n", with: #"\r\n"#))"}}"#,
        ])
    func fields(_ template: String) {
        for (name, kind) in [("api_key", Secret.Kind.key), ("password", .password), ("key", .key)] {
            let text = template.replacing("NAME", with: name)
            let mark = RedactedCopy.marks.placeholder(of: "sail to perth", kind: kind)
            #expect(
                copy(text.replacing("SECRET", with: "sail to perth")) == text.replacing("SECRET", with: mark))
        }
    }

    @Test("a report knows the value and its place")
    func scanned() throws {
        let capture = MultipartFieldTests.capture + MultipartFieldTests.form.replacing("NAME", with: "api_key")
        var reader = try CaptureReader(reading: MemorySource(Array(capture.utf8)))
        let exchange = try #require(try reader.next())
        let secret = try #require(SecretScanner.secrets(in: exchange).first)
        #expect(secret.value == "SECRET")
        let place = try #require(secret.place)
        #expect(capture.utf8.dropFirst(place.byte).starts(with: "SECRET".utf8))
    }

    @Test(
        "other fields, files and what no boundary ends stay, but for the line of the value",
        arguments: [
            form.replacing("NAME", with: "prompt"), form.replacing("\"NAME\"", with: "\"key\"; filename=\"key.txt\""),
            "Write `form-data; name=\"password\"` for it.\nAnd so on.\n", "form-data; name=\"key\"", "the form-data",
            "a form-da",
        ])
    func others(_ text: String) { #expect(copy(text) == text) }

    @Test("without a boundary only a line is the value")
    func cut() {
        let text = "form-data; name=\"password\"\n\nsail\n\nThe next line.\n"
        let mark = RedactedCopy.marks.placeholder(of: "sail", kind: .password)
        #expect(copy(text) == text.replacing("sail", with: mark))
    }
}
