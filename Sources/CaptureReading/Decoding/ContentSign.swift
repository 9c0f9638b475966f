internal import ByteCoding
internal import ContentDecoding

/// What the beginning of some bytes says about whether they are content or still coded.
struct ContentSign {
    private let head: ArraySlice<UInt8>

    /// Looks at the beginning of bytes.
    init(_ head: ArraySlice<UInt8>) {
        self.head = head
    }

    /// Whether they are text, or a file of a kind that has a magic number.
    var isReadable: Bool { isText || isMedia }

    /// Whether they are text that begins as content of a type does; of types that say nothing about it, none does.
    func fits(_ type: MediaType?) -> Bool {
        guard isText, let type else { return isMedia }
        let text = head.drop(while: \.isWhiteSpace)
        guard let first = text.first else { return false }
        switch type.essence {
        case _ where type.isJSON || type.essence.hasSuffix("json") || type.essence.hasSuffix("jsonl"):
            return "{[\"".utf8.contains(first)
        case "text/event-stream":
            let names = ["data", "event", "id", "retry"]
            return first == UInt8(ascii: ":") || first == UInt8(ascii: "{")
                || names.contains { name in text.starts(with: name.utf8) }
        case "text/html", "text/xml", "application/xml": return first == UInt8(ascii: "<")
        default: return false
        }
    }

    /// Whether the bytes are UTF-8, or UTF-16 with a mark, without a control that no text has.
    ///
    /// WHATWG MIME Sniffing §3, binary data byte
    private var isText: Bool {
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return true }
        let isBinary = head.contains { byte in
            byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B || byte == 0x0B
        }
        guard !isBinary, head.contains(where: { byte in byte > 0x1F }) else { return false }
        // The end may cut a character.
        return String(validating: head.withoutCutCharacter, as: UTF8.self) != nil
    }

    /// Whether the bytes begin as files do that are never compressed again.
    var isMedia: Bool {
        let magics: [[UInt8]] = [
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), Array("RIFF".utf8),
            Array("%PDF-".utf8), Array("OggS".utf8), Array("ID3".utf8), [0x00, 0x61, 0x73, 0x6D],
        ]
        return magics.contains { magic in head.starts(with: magic) }
    }
}

extension MediaType {
    /// Whether content of the type is text by its name.
    var isTextual: Bool {
        let names = ["javascript", "ecmascript", "ndjson", "jsonl", "x-www-form-urlencoded", "graphql", "yaml"]
        return isJSON || essence.hasPrefix("text/") || essence.hasSuffix("+xml") || essence.hasSuffix("/xml")
            || names.contains { name in essence.hasSuffix(name) }
    }
}
