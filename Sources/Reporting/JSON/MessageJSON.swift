public import Conversation
public import Findings
internal import JSONReading
public import Redaction

/// An answer alone, as JSON: the object that `unspool.inspect/1` calls `answer`.
public struct MessageJSON {
    /// The object, indented by two spaces, with a line feed behind it.
    public let bytes: [UInt8]

    /// Encodes an answer.
    ///
    /// - Parameters:
    ///   - answer: the answer.
    ///   - images: the images of its exchange: its parts name them by their numbers.
    ///   - redactor: knows the secrets of the capture.
    ///   - options: what is shown beside the usual.
    public init(
        of answer: Answer, images: [EmbeddedImage] = [], redactor: Redactor, options: JSONOptions = JSONOptions()
    ) {
        var writer = RedactingWriter(layout: .indented(by: 2), redactor: redactor)
        ConversationEncoder(images: images, options: options).encode(answer).write(to: &writer)
        bytes = writer.take() + [UInt8(ascii: "\n")]
    }
}
