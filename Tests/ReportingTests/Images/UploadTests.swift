import Redaction
import Reporting
import TestSupport
import Testing

@Suite("Images in the text report")
struct UploadTests {
    private static let picture =
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAE0lEQVR42mNgYGD4zwAm/v9nAAAT+gP9AIvz3gAAAABJRU5ErkJggg=="

    private func exchange(_ data: String, _ type: String = "image/png") -> String {
        let body =
            #"{"contents": [{"role": "user", "parts": [{"inlineData": {"mimeType": "\#(type)", "data": "\#(data)"}}]}]}"#
        return """
            POST /v1beta/models/m:generateContent HTTP/1.1
            Host: generativelanguage.googleapis.com
            Content-Type: application/json
            Content-Length: \(body.utf8.count)

            \(body)
            """
    }

    private func text(_ capture: String) throws -> String {
        let sink = Sink()
        var reporter = TextReporter(options: TextOptions(width: 120), write: sink.write)
        try InspectedCapture(capture).report(to: &reporter, style: .words)
        return sink.text
    }

    @Test("an image that is uploaded again and again is told, with how often and how much")
    func again() throws {
        let once = try text(exchange(UploadTests.picture))
        #expect(!once.contains("UPLOADS"))
        let thrice = try text(Array(repeating: exchange(UploadTests.picture), count: 3).joined())
        #expect(thrice.contains("UPLOADS  images are 312 B of 606 B uploaded\n"))
        #expect(thrice.contains("one of 104 B sent 3 times; 2 uploads of an image that was uploaded before"))
    }

    @Test("a turn says what its image is, and what is wrong with it")
    func turns() throws {
        #expect(try text(exchange(UploadTests.picture)).contains("[image/png, 2x2, RGB 8-bit, 76 B, valid]"))
        let mistaken = try text(exchange(UploadTests.picture, "image/jpeg"))
        #expect(mistaken.contains("[image/jpeg, in truth PNG, 2x2, RGB 8-bit, 76 B, valid]"))
        let cut = try text(exchange(String(UploadTests.picture.prefix(80))))
        #expect(cut.contains("invalid, ") && cut.contains("IMAGES  1 in this exchange"))
    }
}
