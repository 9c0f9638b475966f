import ByteCoding
import CaptureReading
import Conversation
import MediaFinding
import Testing

@Suite("Flawed base64 of media")
struct Base64FlawTests {
    private static let text = MediaFixture.text

    /// The medium of a body that is nothing but it.
    private func medium(_ text: String, declared: String = "image/png") throws -> EmbeddedMedium {
        let media = try MediaFixture.media(received: #"{"mimeType": "\#(declared)", "data": "\#(text)"}"#)
        #expect(media.count == 1)
        return try #require(media.first)
    }

    private func flaws(_ medium: EmbeddedMedium) -> [Base64Flaw] {
        guard case .bytes(_, let flaws) = medium.blob.data else { return [] }
        return flaws
    }

    private func sketch(_ flaw: Base64Flaw) -> String { "\(flaw.kind) \(flaw.offset)" }

    @Test("sound base64 has no flaw")
    func sound() throws {
        let medium = try medium(Base64FlawTests.text)
        #expect(flaws(medium).isEmpty && medium.bytes == MediaFixture.picture)
        #expect(medium.repeatedLayers.isEmpty && medium.cut == nil)
    }

    @Test("white space, the URL-safe alphabet and missing padding are told apart, and lose nothing")
    func harmless() throws {
        let wrapped = Base64FlawTests.text.prefix(76) + #"\r\n"# + Base64FlawTests.text.dropFirst(76)
        let spaced = try medium(String(wrapped))
        #expect(flaws(spaced).first.map(sketch) == "whiteSpace \(76)")
        #expect(spaced.bytes == MediaFixture.picture)
        let safe = Base64FlawTests.text.replacing("+", with: "-").replacing("/", with: "_")
        let first = try #require(safe.utf8.enumerated().first { _, byte in byte == 0x2D || byte == 0x5F }?.offset)
        let alphabet = try medium(safe)
        #expect(flaws(alphabet).first.map(sketch) == "urlSafeAlphabet \(first)")
        #expect(alphabet.bytes == MediaFixture.picture)
        let bare = Base64FlawTests.text.prefix { character in character != "=" }
        #expect(bare.count < Base64FlawTests.text.count)
        let unpadded = try medium(String(bare))
        #expect(flaws(unpadded).first.map(sketch) == "missingPadding \(bare.count)")
        #expect(unpadded.bytes == MediaFixture.picture)
    }

    @Test("bits behind the last byte, a lone character and a stray one are told with their offsets")
    func harmful() throws {
        let tail = try medium(String(Base64FlawTests.text.prefix(50)) + "/w")
        let bits = flaws(tail).map(\.kind)
        #expect(bits.contains(.missingPadding) == false && bits.isEmpty)
        let odd = try medium(String(Base64FlawTests.text.prefix(53)))
        #expect(flaws(odd).first.map(sketch) == "truncated \(52)")
        #expect(odd.bytes == Array(MediaFixture.picture.prefix(39)))
        let stray = try medium(Base64FlawTests.text.prefix(48) + "!" + Base64FlawTests.text.dropFirst(48))
        #expect(flaws(stray).first.map(sketch) == "strayCharacter(33) \(48)")
        #expect(stray.bytes == Array(MediaFixture.picture.prefix(36)))
        #expect(stray.cut == nil)
        let nonZero = try medium(String(Base64FlawTests.text.prefix(48)) + "//==")
        #expect(flaws(nonZero).map(\.kind) == [.nonZeroTailBits])
    }

    @Test(
        "data whose end was taken out are decoded as far as they go, and what stands for the rest is told",
        arguments: [
            "...", "\u{2026}", "[1234 more characters]", "<truncated>",
        ])
    func cut(_ sign: String) throws {
        let image = MediaFixture.picture + Array(repeating: 0, count: 300)
        let medium = try medium(Base64.encode(image).prefix(320) + sign)
        #expect(medium.cut == sign)
        #expect(medium.bytes == Array(image.prefix(240)))
    }

    @Test("what was encoded twice is decoded twice, be it base64 or a data: URL")
    func twice() throws {
        let again = try medium(Base64.encode(Array(Base64FlawTests.text.utf8)))
        #expect(again.bytes == MediaFixture.picture)
        #expect(again.repeatedLayers.map(\.rawValue) == ["base64"])
        let url = Base64.encode(Array("data:image/gif;base64,\(Base64FlawTests.text)".utf8))
        let wrapped = try medium(url)
        #expect(wrapped.bytes == MediaFixture.picture)
        #expect(wrapped.repeatedLayers.map(\.rawValue) == ["data_url"])
        #expect(wrapped.blob.declaredType == "image/png")
    }

    @Test("a data: URL where bare base64 belongs is read as what it is")
    func urlForData() throws {
        let medium = try medium("data:image/gif;base64,\(Base64FlawTests.text)")
        #expect(medium.bytes == MediaFixture.picture && flaws(medium).isEmpty)
    }

    @Test("no prefix of a body makes trouble, and none gives more than the whole")
    func prefixes() throws {
        let body =
            #"{"data": [{"b64_json": "\#(MediaFixture.text)"}, {"url": "data:image/png;base64,\#(MediaFixture.text)"}]}"#
        for count in 1..<body.utf8.count {
            let media = try MediaFixture.media(
                received: String(decoding: Array(body.utf8.prefix(count)), as: UTF8.self))
            #expect(media.count <= 2)
            for medium in media { #expect(MediaFixture.picture.starts(with: medium.bytes ?? [])) }
        }
    }
}
