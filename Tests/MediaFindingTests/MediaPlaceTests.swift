import ByteCoding
import CaptureReading
import Conversation
import ImageValidation
import JSONReading
import MediaFinding
import Testing

@Suite("Where media hide in JSON")
struct MediaPlaceTests {
    /// A body, with `%` for the picture, and what is known of the picture in it.
    struct Case: Sendable, CustomTestStringConvertible {
        var body: String
        var pointer: String
        var type: String?

        init(_ body: String, _ pointer: String, _ type: String? = nil) {
            self.body = body
            self.pointer = pointer
            self.type = type
        }

        var testDescription: String { pointer }
    }

    static let cases = [
        Case(
            #"{"contents": [{"parts": [{"inlineData": {"mimeType": "image/png", "data": "%"}}]}]}"#,
            "/contents/0/parts/0/inlineData/data", "image/png"),
        Case(
            #"{"contents": [{"parts": [{"inline_data": {"mime_type": "image/webp", "data": "%"}}]}]}"#,
            "/contents/0/parts/0/inline_data/data", "image/webp"),
        Case(
            #"{"messages": [{"content": [{"type": "image", "source": {"media_type": "image/png", "data": "%"}}]}]}"#,
            "/messages/0/content/0/source/data", "image/png"),
        Case(
            #"{"messages": [{"content": [{"type": "image_url", "image_url": {"url": "data:image/png;base64,%"}}]}]}"#,
            "/messages/0/content/0/image_url/url", "image/png"),
        Case(#"{"data": [{"b64_json": "%"}], "output_format": "png"}"#, "/data/0/b64_json"),
        Case(
            #"{"output": [{"type": "image_generation_call", "output_format": "webp", "result": "%"}]}"#,
            "/output/0/result", "image/webp"),
        Case(#"{"partial_image_b64": "%", "output_format": "jpeg"}"#, "/partial_image_b64", "image/jpeg"),
        Case(
            #"{"messages": [{"content": [{"image": {"format": "png", "source": {"bytes": "%"}}}]}]}"#,
            "/messages/0/content/0/image/source/bytes", "image/png"),
        Case(#"{"messages": [{"role": "user", "images": ["%"]}]}"#, "/messages/0/images/0"),
        Case(#"{"artifacts": [{"base64": "%", "finishReason": "SUCCESS"}]}"#, "/artifacts/0/base64"),
        Case(
            #"{"predictions": [{"bytesBase64Encoded": "%", "mimeType": "image/png"}]}"#,
            "/predictions/0/bytesBase64Encoded", "image/png"),
        Case(
            #"{"choices": [{"message": {"images": [{"image_url": {"url": "data:image/png;base64,%"}}]}}]}"#,
            "/choices/0/message/images/0/image_url/url", "image/png"),
        Case(
            #"{"result": {"content": [{"type": "image", "mimeType": "image/png", "data": "%"}]}}"#,
            "/result/content/0/data", "image/png"),
        Case(#"{"anything": {"at": ["all", {"that/holds~it": "%"}]}}"#, "/anything/at/1/that~1holds~0it"),
        Case(#"{"url": "data:image\/png;base64,%"}"#, "/url", "image/png"),
        Case(#"{"url": "DATA:IMAGE/PNG;BASE64,%"}"#, "/url", "IMAGE/PNG"),
    ]

    @Test("every known place is found, sent and received, with its pointer and its type", arguments: cases)
    func places(_ place: Case) throws {
        let body = place.body.replacing("%", with: MediaFixture.text)
        for (media, isAnswer) in [
            (try MediaFixture.media(sent: body), false), (try MediaFixture.media(received: body), true),
        ] {
            let medium = try #require(media.first)
            #expect(media.count == 1)
            #expect(medium.bytes == MediaFixture.picture)
            #expect(medium.spot?.pointer?.description == place.pointer)
            #expect(medium.spot?.event == nil)
            #expect(medium.blob.declaredType == place.type)
            #expect(medium.kind == .image && medium.format == .png)
            #expect(medium.isAnswer == isAnswer)
            #expect(medium.blob.place != nil)
        }
    }

    @Test(
        "words, short data and other base64 are no images",
        arguments: [
            #"{"data": "words that are no data at all", "mimeType": "text/plain"}"#,
            #"{"result": "iVBORw0KGgo"}"#, #"{"image": "https://example.com/a.png"}"#, #"{"images": ["a.png", ""]}"#,
            #"{"thoughtSignature": "Q2lJQjVQYjBuU0ZxQ2l5Q2lJQjVQYjBuU0ZxQ2l5Q2lJQjVQYjBuU0ZxQ2l5"}"#,
            #"{"b64_json": null}"#,
            #"{"path": "/9j/ is how a JPEG begins in base64, and this is a sentence about it"}"#,
        ])
    func noImages(_ body: String) throws {
        let media = try MediaFixture.media(received: body)
        #expect(media.filter { medium in medium.kind == .image }.isEmpty)
    }

    @Test("a placeholder is one where data are expected, and words elsewhere")
    func placeholders() throws {
        let media = try MediaFixture.media(received: #"{"data": [{"b64_json": "<omitted>"}], "note": "<omitted>"}"#)
        #expect(media.map(\.blob.elision?.placeholder) == ["<omitted>"])
        #expect(media.first?.spot?.pointer?.description == "/data/0/b64_json")
    }

    @Test("a document in a string of a document is looked through, and the way to it is told")
    func nested() throws {
        let inner = #"{\"content\": [{\"type\": \"image\", \"mimeType\": \"image/png\", \"data\": \"%\"}]}"#
        let body = #"{"messages": [{"role": "tool", "content": "\#(inner)"}]}"#
        let media = try MediaFixture.media(sent: body.replacing("%", with: MediaFixture.text))
        let medium = try #require(media.first)
        #expect(media.count == 1 && medium.bytes == MediaFixture.picture)
        #expect(medium.layers.map(\.rawValue) == ["json", "base64"])
        #expect(medium.source == "request/body/messages/0/content//content/0/data")
    }

    @Test("an image in the middle of words is found, with the byte where it begins")
    func markdown() throws {
        let body = #"{"text": "Look: ![it](data:image/png;base64,\#(MediaFixture.text)) and more"}"#
        let medium = try #require(try MediaFixture.media(received: body).first)
        #expect(medium.bytes == MediaFixture.picture)
        #expect(medium.blob.declaredType == "image/png")
        #expect(medium.spot?.offset == "Look: ![it](data:image/png;base64,".utf8.count)
        #expect(medium.layers.map(\.rawValue) == ["data_url", "base64"])
    }

    @Test("a part of a message and its data in the body are one medium")
    func parts() throws {
        let media = try MediaFixture.media(
            """
            POST /v1beta/models/m:generateContent HTTP/1.1
            Host: generativelanguage.googleapis.com
            Content-Type: application/json

            {"contents": [{"role": "user", "parts": [{"inlineData": {"mimeType": "image/png", "data": "\(MediaFixture.text)"}},
             {"inlineData": {"mimeType": "image/png", "data": "<png>"}}]}]}
            """)
        #expect(media.map(\.source) == ["prompt/messages/0/parts/0", "prompt/messages/0/parts/1"])
        #expect(media.map(\.part?.role) == ["user", "user"])
        #expect(media[0].spot?.pointer?.description == "/contents/0/parts/0/inlineData/data")
        #expect(media[1].blob.elision?.placeholder == "<png>")
    }

    @Test("a document of many places takes no time worth speaking of")
    func many() throws {
        let members = (0..<20_000).map { number in #""k\#(number)": {"data": "AAAAAAAA"}"# }
        let wide = (0..<20_000).map { number in #""data": "iVBORw0KGgo\#(number)""# }
        let bodies = ["{\(members.joined(separator: ","))}", "{\(wide.joined(separator: ","))}"]
        for body in bodies { #expect(try MediaFixture.media(received: body).count <= 10_000) }
    }
}
