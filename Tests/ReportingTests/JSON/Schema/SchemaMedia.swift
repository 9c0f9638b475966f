import ByteCoding

/// Captures that carry images in every way that a report tells apart.
enum SchemaMedia {
    /// The captures.
    static let all = [many, form, stream]

    /// A capture of more images than are listed.
    static let countless = capture(
        #"{"images": [\#(Array(repeating: #""AAAAAAAA""#, count: 10_001).joined(separator: ","))]}"#)

    private static let texts = SchemaImages.all.filter { image in !image.isEmpty }.map(Base64.encode)

    /// All images one after the other, the first of them twice; one whose end was taken out, one in a document of its
    /// own, one among words.
    private static let many = capture(
        """
        {"images": [\((texts + texts.prefix(1)).map { text in "\"\(text)\"" }.joined(separator: ","))],
         "image": "\(texts[0].prefix(48))[cut]", "mask": "\(texts[0].prefix(40))\\n\(texts[0].dropFirst(40))",
         "contents": [{"role": "user", "parts": [{"inlineData": {"mimeType": "image/jpeg", "data": "\(texts[1])"}}]}],
         "words": "see data:image/png;base64,\(texts[1]) for more words",
         "tool": "{\\"content\\": [{\\"type\\": \\"image\\", \\"mimeType\\": \\"image/png\\", \\"data\\": \\"\(texts[0])\\"}]}"}
        """)

    private static func capture(_ body: String) -> String {
        """
        POST /v1beta/models/gemini-pro:generateContent HTTP/1.1
        Host: localhost
        Content-Type: application/json
        Content-Length: \(body.utf8.count)

        \(body)
        """
    }

    private static let form = """
        POST /v1/images/edits HTTP/1.1
        Host: localhost
        Content-Type: application/x-www-form-urlencoded

        image=\(texts[0].replacing("+", with: "%2B"))
        """

    /// A stream that says an image twice.
    private static let stream = """
        HTTP/1.1 200 OK
        Content-Type: text/event-stream

        data: {"b64_json": "\(texts[0])"}

        data: {"b64_json": "\(texts[0])"}

        """
}
