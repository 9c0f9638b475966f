import CaptureReading
import Conversation
import Testing

@Suite struct ElisionTests {
    private func elision(_ text: String) -> Elision? {
        Elision(recognising: Array(text.utf8), byteCount: 3, place: Place(byte: 5))
    }

    @Test(
        "brackets around words, an ellipsis, or words with spaces between them are placeholders",
        arguments: [
            "<png-base64>", "[truncated]", "{image}", "(removed)", "*** redacted ***", "iVBORw0...", "iVBORw0\u{2026}",
            "image data removed", "<>", "...",
        ])
    func placeholders(_ text: String) {
        #expect(elision(text) == Elision(placeholder: text, byteCount: 3, place: Place(byte: 5)))
    }

    @Test(
        "base64, damaged or not, is data",
        arguments: [
            "", "QUJD", "QUJ*D", "QUJD==", "<QUJD", "QUJD>", "[QUJD)", "QUJD ", " QUJD", "QU  JD", "a..", "removed",
            "QUJDQUJDQUJDQUJDQUJDQUJD QUJD",
        ])
    func data(_ text: String) {
        #expect(elision(text) == nil)
    }

    @Test("a text of up to 200 bytes may be a placeholder")
    func longest() {
        let words = String(repeating: "x", count: 198)
        #expect(elision("<\(words)>") != nil)
        #expect(elision("<\(words)x>") == nil)
    }

    @Test("no beginning of a bracketed placeholder is one, and no end of it")
    func everyCut() {
        let whole = "<png-base64>"
        for cut in whole.indices.dropFirst() {
            #expect(elision(String(whole[..<cut])) == nil)
            #expect(elision(String(whole[cut...])) == nil)
        }
    }
}
