internal import ByteCoding
internal import JSONReading

/// The messages of a WebSocket that recorders keep beside the response that opened it.
///
/// They are written as JSON lines, sent and received ones in the order of the archive, since neither side of such a
/// talk can be read without the other. Each has the members that the archive has, but for what would be hard to read:
/// the time is a date, data that is JSON stands as such, and binary data that is text as that text.
struct HTTPArchiveMessages {
    /// How many there are.
    let count: Int

    /// How many have no direction or no data that can be read; they are kept as they are.
    private(set) var damagedCount = 0

    /// Where the list begins.
    let place: Place

    private let messages: JSONValue
    private var lines: [UInt8] = []

    /// Takes the value of `_webSocketMessages`; nil when there is no message in it.
    init?(_ value: JSONValue?, in source: ExchangeSource) {
        guard let value, value.isArray, value.count > 0 else { return nil }
        messages = value
        count = value.count
        place = source.place(value.byteRange.lowerBound)
        for message in value.elements {
            var writer = JSONWriter()
            if !HTTPArchiveMessages.write(message, to: &writer) { damagedCount += 1 }
            lines += writer.take()
            lines.append(UInt8(ascii: "\n"))
        }
    }

    /// The lines.
    var body: Body {
        Body(
            bytes: lines[...], encoded: messages.rawBytes, layers: [], wrapping: [.webSocketMessages], place: place)
    }

    /// Writes a message, and tells whether it has all that one needs.
    private static func write(_ message: JSONValue, to writer: inout JSONWriter) -> Bool {
        guard message.isObject else {
            writer.value(message)
            return false
        }
        let isBinary = HTTPArchiveNumber.value(message["opcode"]) == 2
        var isReadable = false
        writer.beginObject()
        for member in message.members {
            writer.key(member.name)
            switch member.name {
            case "time": write(time: member.value, to: &writer)
            case "data": isReadable = write(data: member.value, isBinary: isBinary, to: &writer)
            default: writer.value(member.value)
            }
        }
        writer.endObject()
        return isReadable && ["send", "receive"].contains(message["type"]?.string)
    }

    /// Writes a time; one that is none since 1970 stays as it is.
    ///
    /// Chrome and mitmproxy have seconds, Playwright milliseconds: of 100,000,000,000 seconds there are none yet.
    private static func write(time: JSONValue, to writer: inout JSONWriter) {
        let number = HTTPArchiveNumber.value(time) ?? 0
        let moment = number > 1e8 ? Timestamp(secondsSince1970: number > 1e11 ? number / 1000 : number) : nil
        if let moment { writer.string(moment.description) } else { writer.value(time) }
    }

    /// Writes the data of a message, and tells whether they are what its opcode says.
    private static func write(data: JSONValue, isBinary: Bool, to writer: inout JSONWriter) -> Bool {
        guard let text = data.string else {
            writer.value(data)
            return false
        }
        guard isBinary else {
            write(text, to: &writer)
            return true
        }
        let decoding = Base64.decode(Array(text.utf8)[...])
        if decoding.isDecoded, let content = decoding.bytes.readableText {
            write(content, to: &writer)
        } else {
            // `encoding` beside it tells it from a text.
            writer.string(text)
            writer.key(decoding.isDecoded ? "encoding" : "damage")
            writer.string(decoding.isDecoded ? "base64" : "no base64")
            writer.key("bytes")
            writer.int(decoding.bytes.count)
        }
        return decoding.isDecoded
    }

    /// Writes a text, as JSON where it is an object or an array.
    private static func write(_ text: String, to writer: inout JSONWriter) {
        let document = JSONDocument(parsing: Array(text.utf8))
        if document.isComplete, let root = document.root, root.isObject || root.isArray {
            writer.value(root)
        } else {
            writer.string(text)
        }
    }
}

extension [UInt8] {
    /// The text of bytes that are UTF-8 without controls that no text has; nil for others.
    fileprivate var readableText: String? {
        let hasControls = contains { byte in byte < 0x20 && !byte.isWhiteSpace }
        return hasControls ? nil : String(validating: self, as: UTF8.self)
    }
}

extension BodyLayer {
    /// The messages of a WebSocket in a list.
    static let webSocketMessages = BodyLayer(rawValue: "web_socket_messages")
}
