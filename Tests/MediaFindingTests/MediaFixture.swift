import ByteCoding
import CaptureReading
import MediaFinding
import Testing

/// A picture, and exchanges that carry it.
enum MediaFixture {
    /// A PNG of two by two pixels.
    static let picture = Base64.decode(Array(text.utf8)[...]).bytes

    /// The same in base64.
    static let text =
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAE0lEQVR42mNgYGD4"
        + "zwAm/v9nAAAT+gP9AIvz3gAAAABJRU5ErkJggg=="

    /// The media of an exchange that is a request with a JSON body, or one with an answer.
    static func media(sent body: String, type: String = "application/json") throws -> [EmbeddedMedium] {
        try media(
            """
            POST /v1/anything HTTP/1.1
            Host: api.example.com
            Content-Type: \(type)
            Content-Length: \(body.utf8.count)

            \(body)
            """)
    }

    /// The media of a response with a body.
    static func media(received body: String, type: String = "application/json", path: String = "/v1/anything") throws
        -> [EmbeddedMedium]
    {
        try media(
            """
            POST \(path) HTTP/1.1
            Host: api.example.com
            Content-Length: 0

            HTTP/1.1 200 OK
            Content-Type: \(type)
            Content-Length: \(body.utf8.count)

            \(body)
            """)
    }

    /// The media of the first exchange of a capture.
    static func media(_ capture: String) throws -> [EmbeddedMedium] { try media(Array(capture.utf8)) }

    /// The media of the first exchange of a capture.
    static func media(_ capture: [UInt8]) throws -> [EmbeddedMedium] {
        var reader = try CaptureReader(reading: MemorySource(capture))
        let exchange = try #require(try reader.next())
        return ExchangeMedia(of: exchange).media
    }
}
