import Findings
import Testing

@Suite struct BodyLengthTests {
    private func response(_ body: String, length: String, _ more: String = "") throws -> BodyLength? {
        let capture =
            "# response\n## HEADER\nSTATUS: 200 OK\nHEADERS\nContent-Length:\n\(length)\n\(more)## BODY\n\(body)"
        return try Sample.exchanges(Array(capture.utf8)).first?.responseLength
    }

    private let image =
        #"{"candidates":[{"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"<image>"}}]}}]}"#

    @Test("equal lengths do not differ")
    func equal() throws {
        let length = try #require(try response(#"{"a": 1}"#, length: "8"))
        #expect(!length.differs)
        #expect(!length.fitsMinified)
        #expect(!length.isExplained)
        #expect(length.minified == 7)
    }

    @Test("a body that was formatted anew fits without its white space")
    func minified() throws {
        let length = try #require(try response(#"{ "a": 1 }"#, length: "7"))
        #expect(length.differs)
        #expect(length.captured == 10)
        #expect(length.fitsMinified)
        #expect(length.isExplained)
    }

    @Test("a byte order mark hides no JSON")
    func byteOrderMark() throws {
        #expect(try response("\u{FEFF}{ \"a\": 1 }", length: "7")?.minified == 7)
    }

    @Test("a body of another length is not explained")
    func unexplained() throws {
        let length = try #require(try response(#"{ "a": 1 }"#, length: "9"))
        #expect(length.differs)
        #expect(!length.isExplained)
        #expect(length.elided == nil)
    }

    @Test("a placeholder explains a longer length, and not a shorter one")
    func elided() throws {
        let longer = try #require(try response(image, length: "\(image.utf8.count - 7 + 400)"))
        #expect(longer.elided?.characterCount == 400)
        #expect(longer.elided?.byteCounts == 298...300)
        #expect(longer.isExplained)
        let shorter = try #require(try response(image, length: "20"))
        #expect(shorter.elided == nil)
        #expect(!shorter.isExplained)
    }

    @Test("the escapes of a placeholder count, and what was taken out of the system instruction too")
    func placeholders() throws {
        let escaped = image.replacing("<image>", with: #"\u003cimage\u003e"#)
        let length = try #require(try response(escaped, length: "\(escaped.utf8.count - 17 + 400)"))
        #expect(length.elided?.characterCount == 400)
        #expect(length.elided?.isExact == true)
        let part = #"{"parts":[{"inlineData":{"mimeType":"image/png","data":"<image>"}}]}"#
        let body = #"{"systemInstruction":\#(part),"contents":[\#(part)]}"#
        let capture =
            "# request\n## HEADERS\nURL\nhttps://relay.example/v1beta/models/m:generateContent\nHEADERS\n"
            + "Content-Length:\n\(body.utf8.count - 14 + 8_400)\n## BODY\n\(body)"
        let exchange = try #require(try Sample.exchanges(Array(capture.utf8)).first)
        #expect(exchange.requestLength?.elided?.count == 2)
        #expect(exchange.requestLength?.elided?.characterCount == 8_400)
        #expect(
            exchange.elidedParts.map(\.logicalPlace) == ["prompt.system[0]", "prompt.messages[0].parts[0]"])
        #expect(exchange.images.map(\.turn) == [0, 1])
    }

    @Test("sound that was taken out counts as images do")
    func sound() throws {
        let sound = image.split(separator: "image/png").joined(separator: "audio/wav")
        let length = try #require(try response(sound, length: "\(sound.utf8.count - 7 + 400)"))
        #expect(length.elided?.characterCount == 400)
    }

    @Test("a coding, or no length that can be read, leaves nothing to compare")
    func incomparable() throws {
        #expect(try response("{}", length: "2", "Content-Encoding:\ngzip\n") == nil)
        #expect(try response("{}", length: "2", "Transfer-Encoding:\nchunked\n") == nil)
        #expect(try response("{}", length: "two") == nil)
        #expect(try response("{}", length: "2", "Content-Encoding:\nidentity\n") != nil)
    }

    @Test("a length may be as large as a number can be")
    func largest() throws {
        #expect(try response(image, length: "9223372036854775807")?.elided?.isExact != nil)
        #expect(try response(image, length: "9223372036854775808") == nil)
    }
}
