internal import ByteCoding
public import ContentDecoding
internal import JSONReading

/// What a body holds, judged by its bytes first: labels lie, and some bodies have none.
public enum BodyContent: Sendable {
    /// A JSON document, or the beginning of one.
    case json

    /// JSON objects, one a line.
    case jsonLines

    /// An event stream, as far as its beginning tells.
    case eventStream

    /// Messages in AWS's event stream encoding, or what is declared to be that and is no text.
    case awsEventStream

    /// Anything else.
    case other

    /// How far a stream that begins with comments or ids is searched for its first data, in bytes.
    private static let reach = 4096

    /// Judges a body by its beginning; a byte order mark and white space before it do not count.
    ///
    /// A plain JSON error under `text/event-stream` is JSON. Without that type a stream has to show data: a style sheet
    /// begins with a colon too.
    init(of bytes: ArraySlice<UInt8>, declared: MediaType?) {
        guard AWSEventPrelude(bytes) == nil else {
            self = .awsEventStream
            return
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = (bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes).drop(while: \.isWhiteSpace)
        if text.first == UInt8(ascii: "{") || text.first == UInt8(ascii: "[") {
            self = BodyContent.areLines(text) ? .jsonLines : .json
        } else if BodyContent.beginsWithChunkSize(text) {
            self = .other
        } else if declared?.essence == "text/event-stream" {
            self = .eventStream
        } else if declared?.essence == "application/vnd.amazon.eventstream" {
            self = .awsEventStream
        } else if BodyContent.begins(
            text, with: declared == nil ? ["data", "event", "id", "retry", ""] : ["data", "event"])
        {
            self = BodyContent.hasData(text.prefix(BodyContent.reach)) ? .eventStream : .other
        } else {
            self = .other
        }
    }

    /// Whether the first line of a text is a whole JSON object, and another one begins behind it.
    private static func areLines(_ text: ArraySlice<UInt8>) -> Bool {
        let brace = UInt8(ascii: "{")
        guard text.first == brace, let end = LineScan.firstLineFeed(in: text.span, from: 0) else { return false }
        let next = text.dropFirst(end + 1).first { byte in !byte.isWhiteSpace }
        return next == brace && JSONDocument(parsing: text.prefix(end)).isComplete
    }

    /// Whether a text begins as a chunked body does: with a line that is a number in hexadecimal, and perhaps
    /// extensions.
    ///
    /// No event stream has such a first line, and no JSON.
    ///
    /// RFC 9112 §7.1
    static func beginsWithChunkSize(_ text: ArraySlice<UInt8>) -> Bool {
        let size = text.prefix(16).prefix { byte in byte.isDigit || 0x41...0x46 ~= byte & 0xDF }
        let behind = text.dropFirst(size.count).first
        return !size.isEmpty
            && (behind == UInt8(ascii: "\r") || behind == UInt8(ascii: "\n") || behind == UInt8(ascii: ";"))
    }

    /// Whether a text begins with one of these names and a colon.
    private static func begins(_ text: ArraySlice<UInt8>, with names: [String]) -> Bool {
        names.contains { name in text.starts(with: "\(name):".utf8) }
    }

    /// Whether a line of a text is a data field.
    private static func hasData(_ text: ArraySlice<UInt8>) -> Bool {
        text.split(whereSeparator: \.isLineEnd)
            .contains { line in begins(line, with: ["data"]) }
    }
}

extension Body {
    /// What the body holds; `declared` is the type that its message declares.
    public func content(declared: MediaType?) -> BodyContent {
        BodyContent(of: bytes, declared: declared)
    }

    /// The content as text; `declared` is the type that its message declares.
    ///
    /// JSON and event streams are UTF-8 where no character set is named. RFC 8259 §8.1, WHATWG HTML §9.2.4
    public func text(declared: MediaType?) -> DecodedText {
        let isUnicode = declared.map { type in type.isJSON || type.essence == "text/event-stream" } ?? false
        return DecodedText(bytes, label: declared?.parameter("charset") ?? (isUnicode ? "utf-8" : nil))
    }
}

extension FieldLines {
    /// The media type that the section declares, or nil when there is none or it is malformed.
    ///
    /// RFC 9110 §8.3
    public var mediaType: MediaType? {
        value("content-type").flatMap(MediaType.init(parsing:))
    }

    /// The media type of the content that came with the section: the one that the capture declares beside it, where that
    /// is one, else the section's.
    public func mediaType(declared: String?) -> MediaType? {
        declared.flatMap(MediaType.init(parsing:)) ?? mediaType
    }
}
