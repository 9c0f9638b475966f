internal import ByteCoding
internal import CaptureReading

/// The parts of a body in parts, as far as they can be told apart.
///
/// RFC 2046 §5.1.1, RFC 7578
struct MultipartReading {
    /// A part.
    struct Part {
        /// The declared type of its content.
        var type: MediaType?

        /// The name of the field that it is.
        var name: String?

        /// Whether its content is under base64.
        var isBase64 = false

        /// The content.
        var content: ArraySlice<UInt8>
    }

    /// The parts in order; what comes before the first and behind the last is none.
    private(set) var parts: [Part] = []

    /// The most bytes of a part's header section that are read.
    private static let longestHead = 16_384

    /// Takes a body apart; lines may end with a lone line feed.
    init(_ body: ArraySlice<UInt8>, boundary: String) {
        let delimiter = Array("--\(boundary)".utf8)
        var begin: Int?
        var line = body.startIndex
        while line < body.endIndex {
            let next = MultipartReading.nextLine(in: body, from: line) ?? body.endIndex
            if body[line..<next].starts(with: delimiter) {
                if let begin { parts.append(MultipartReading.part(body[begin..<max(begin, line)])) }
                let rest = body[line..<next].dropFirst(delimiter.count)
                if rest.starts(with: "--".utf8) { return }
                begin = next
            }
            line = next
        }
        if let begin { parts.append(MultipartReading.part(body[begin...])) }
    }

    /// The index behind the next line feed; nil where none follows.
    private static func nextLine(in text: ArraySlice<UInt8>, from index: Int) -> Int? {
        let bytes = text.span
        guard let end = LineScan.firstLineFeed(in: bytes, from: index - text.startIndex) else { return nil }
        return text.startIndex + end + 1
    }

    /// Reads a part with the line end behind it.
    private static func part(_ text: ArraySlice<UInt8>) -> Part {
        var part = Part(content: text)
        var line = text.startIndex
        while line < text.endIndex, line - text.startIndex < longestHead {
            guard let next = nextLine(in: text, from: line) else { break }
            let field = text[line..<next].filter { byte in !byte.isLineEnd }
            line = next
            if field.isEmpty { break }
            read(field, into: &part)
        }
        part.content = text[line...]
        if part.content.last == UInt8(ascii: "\n") { part.content = part.content.dropLast() }
        if part.content.last == UInt8(ascii: "\r") { part.content = part.content.dropLast() }
        return part
    }

    private static func read(_ field: [UInt8], into part: inout Part) {
        guard let colon = field.firstIndex(of: UInt8(ascii: ":")) else { return }
        let name = String(decoding: field[..<colon].map(\.lowercasedASCII), as: UTF8.self)
        let value = String(decoding: field[(colon + 1)...].drop { byte in byte.isBlank }, as: UTF8.self)
        switch name {
        case "content-type": part.type = MediaType(parsing: value)
        // The parameters are those of a media type in all but the type.
        case "content-disposition": part.name = MediaType(parsing: "a/" + value)?.parameter("name")
        case "content-transfer-encoding": part.isBase64 = value.lowercased().hasPrefix("base64")
        default: return
        }
    }
}
