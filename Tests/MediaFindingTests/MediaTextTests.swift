import MediaFinding
import Testing

@Suite("Base64 in texts")
struct MediaTextTests {
    @Test("a run is found wherever it begins, whatever stands around it", arguments: 0..<90)
    func everyOffset(_ offset: Int) throws {
        for filler in ["a", " ", "=", "\u{E9}"] {
            let before = String(repeating: filler, count: offset)
            let separator = filler == "a" ? " " : ""
            let text = "\(before)\(separator)data:image/png;base64,\(MediaFixture.text)\" \(before)"
            let media = try MediaFixture.media(received: text, type: "text/plain")
            #expect(media.map(\.bytes) == [MediaFixture.picture])
            let place = "\(before)\(separator)data:image/png;base64,".utf8.count
            #expect(media.first?.spot?.offset == place)
        }
    }

    @Test("runs that are too short, and long ones of other data, are no images")
    func others() throws {
        let short = MediaFixture.text.prefix(39)
        let other = String(repeating: "QUJD", count: 1_000)
        let media = try MediaFixture.media(received: "\(short) \(other) x\(MediaFixture.text)", type: "text/plain")
        #expect(media.isEmpty)
    }
}
