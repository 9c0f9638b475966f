import ByteCoding
import CaptureReading
import Conversation
import JSONReading
import MediaFinding
import Testing

@Suite("Media in bodies that are no JSON")
struct MediaBodyTests {
    private static let picture = MediaFixture.picture
    private static let text = MediaFixture.text

    /// A capture of a response with a body of bytes.
    private func capture(_ body: [UInt8], type: String) -> [UInt8] {
        let head =
            "POST /a HTTP/1.1\r\nHost: a.example\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: \(type)\r\n"
        return Array("\(head)Content-Length: \(body.count)\r\n\r\n".utf8) + body
    }

    @Test(
        "a body that is an image is one, whatever it is called",
        arguments: [
            "image/png", "image/jpeg", "application/octet-stream", "text/plain",
        ])
    func wholeBody(_ type: String) throws {
        let media = try MediaFixture.media(capture(MediaBodyTests.picture, type: type))
        #expect(media.map(\.bytes) == [MediaBodyTests.picture])
        #expect(media.first?.source == "response/body")
        #expect(media.first?.layers == [])
        #expect(media.first?.blob.declaredType == type)
    }

    @Test("a body that is called an image is one, broken as it may be, and sound and documents are of their kinds")
    func declared() throws {
        let broken = try MediaFixture.media(capture([1, 2, 3], type: "image/png"))
        #expect(broken.map(\.kind) == [.image])
        #expect(try MediaFixture.media(capture(Array("ID3".utf8), type: "audio/mpeg")).map(\.kind) == [.audio])
        #expect(try MediaFixture.media(capture(Array("%PDF-1.7".utf8), type: "a/b")).map(\.kind) == [.file])
        #expect(try MediaFixture.media(capture(Array("words".utf8), type: "text/plain")).isEmpty)
    }

    @Test("the files of a form are found, as bytes and in base64, with the names of their fields")
    func multipart() throws {
        let head = "--b\r\nContent-Disposition: form-data; name="
        let body =
            Array("preamble\r\n\(head)\"prompt\"\r\n\r\nwords\r\n".utf8)
            + Array("\(head)\"image\"; filename=\"../../a.png\"\r\nContent-Type: image/png\r\n\r\n".utf8)
            + MediaBodyTests.picture
            + Array("\r\n\(head)mask\r\nContent-Transfer-Encoding: base64\r\n\r\n\(MediaBodyTests.text)\r\n".utf8)
            + Array(
                "\(head)\"meta\"\r\nContent-Type: application/json\r\n\r\n{\"url\": \"data:image/png;base64,\(MediaBodyTests.text)x\"}"
                    .utf8)
            + Array("\r\n--b--\r\nepilogue".utf8)
        let media = try MediaFixture.media(capture(body, type: "multipart/form-data; boundary=b"))
        // The third is the first of the response once more, but for its last character.
        #expect(media.map(\.spot?.field) == ["image"])
        #expect(media.first?.repeatCount == 2)
        #expect(media.first?.bytes == MediaBodyTests.picture)
    }

    @Test("the fields of a form are found, percent-encoded or not")
    func form() throws {
        let encoded = MediaBodyTests.text.replacing("+", with: "%2B").replacing("/", with: "%2F")
        let body = "prompt=words&image=data%3Aimage%2Fpng%3Bbase64%2C\(encoded)&mask=\(MediaBodyTests.text)"
        let media = try MediaFixture.media(sent: body, type: "application/x-www-form-urlencoded")
        #expect(media.map(\.spot?.field) == ["image", "mask"])
        #expect(media.map(\.bytes) == [MediaBodyTests.picture, MediaBodyTests.picture])
        #expect(
            media.map { medium in medium.layers.map(\.rawValue) } == [
                ["form", "data_url", "base64"], ["form", "base64"],
            ])
    }

    @Test("pages, style sheets and logs are searched for data: URLs and for base64 that begins as an image does")
    func texts() throws {
        let page = "<p><img src='data:image/png;base64,\(MediaBodyTests.text)'> and \(MediaBodyTests.text)</p>"
        let media = try MediaFixture.media(received: page, type: "text/html")
        #expect(media.count == 1 && media.first?.repeatCount == 1)
        #expect(media.first?.spot?.offset == "<p><img src='data:image/png;base64,".utf8.count)
        let mail = MediaBodyTests.text.prefix(76) + "\r\n" + MediaBodyTests.text.dropFirst(76)
        let wrapped = try MediaFixture.media(received: "see:\n\(mail)\n", type: "text/plain")
        #expect(wrapped.first?.bytes == MediaBodyTests.picture)
    }

    @Test("a stream says an image in pieces that are images, and the last of them again")
    func stream() throws {
        let partial = Base64.encode(Array(MediaBodyTests.picture.prefix(60)))
        let events = [
            #"{"type": "response.image_generation_call.partial_image", "partial_image_b64": "\#(partial)"}"#,
            #"{"type": "response.output_item.done", "item": {"type": "image_generation_call", "result": "\#(MediaBodyTests.text)"}}"#,
            #"{"type": "x", "response": {"output": [{"type": "image_generation_call", "result": "\#(MediaBodyTests.text)"}]}}"#,
        ]
        let body = events.map { event in "data: \(event)\n\n" }.joined()
        let media = try MediaFixture.media(received: body, type: "text/event-stream")
        let byEvent = media.sorted { one, other in (one.spot?.event ?? 0) < (other.spot?.event ?? 0) }
        #expect(byEvent.map(\.spot?.event) == [1, 2])
        #expect(byEvent.map(\.repeatCount) == [0, 1])
        #expect(byEvent.first?.source == "response/body/event/1/partial_image_b64")
    }

    @Test("an image that each of many events repeats beside a word is counted in all of them")
    func repeatedBesideWords() throws {
        let events = (0..<6).map { number in
            #"data: {"choices":[{"index":0,"delta":{"content":"w\#(number)"}}],"logo":"data:image/png;base64,"#
                + MediaBodyTests.text + "\"}\n\n"
        }
        let media = try MediaFixture.media(
            received: events.joined(), type: "text/event-stream", path: "/v1/chat/completions")
        #expect(media.map(\.repeatCount) == [5])
    }

    @Test("lines of JSON are looked through in requests too")
    func lines() throws {
        let line = #"{"body": {"url": "data:image/png;base64,\#(MediaBodyTests.text)"}}"#
        let media = try MediaFixture.media(sent: "\(line)\n\(line)\n", type: "application/jsonl")
        #expect(media.map(\.spot?.event) == [1, 2])
    }
}
