import CaptureReading
import JSONReading
import Testing

@Suite struct BodyTests {
    @Test("bytes as they are have places of their own")
    func verbatim() {
        let body = Body(bytes: [1, 2, 3], place: Place(byte: 100))
        #expect(body.encoded == body.bytes)
        #expect(body.place(ofByte: 2) == Place(byte: 102))
    }

    @Test("bytes under the escapes of a string have places in it")
    func escaped() throws {
        let value = try #require(JSONDocument(parsing: Array(#""a\nb""#.utf8)[...]).root)
        let escapes = try #require(EscapeMap(value))
        let body = Body(bytes: Array("a\nb".utf8)[...], place: Place(byte: 100), escapes: escapes)
        #expect((0...3).map(body.place(ofByte:)).map(\.byte) == [100, 101, 103, 104])
    }

    @Test("decoded bytes have the place of the value, and one within")
    func decoded() {
        let body = Body(bytes: [1, 2, 3], encoded: [9], layers: [.base64, .gzip], place: Place(byte: 100))
        let place = body.place(ofByte: 2)
        #expect(place == Place(byte: 100, within: DecodedPlace(layers: [.base64, .gzip], byte: 2)))
        #expect(place.advanced(by: 1) == body.place(ofByte: 3))
        #expect(place > body.place(ofByte: 1))
        #expect(place < Place(byte: 101))
    }
}
