/// A media type as a header declares it: its essence and its parameters.
///
/// Reading is lenient: parameters that are malformed are left out, and the text itself stays in `raw`.
///
/// RFC 9110 §8.3.1
public struct MediaType: Hashable, Sendable {
    /// The text as it was declared.
    public let raw: String

    /// Type and subtype in lower case: `text/event-stream`.
    public let essence: String

    /// The parameters in order: names in lower case, values without their quotes.
    public let parameters: [Parameter]

    /// A parameter of a media type.
    public struct Parameter: Hashable, Sendable {
        /// The name in lower case.
        public let name: String

        /// The value without quotes.
        public let value: String
    }

    /// Reads a declared media type, or gives nil when there is no `type/subtype` at its beginning.
    public init?(parsing raw: String) {
        let pieces = MediaType.split(raw)
        guard let first = pieces.first else { return nil }
        let sides = first.split(separator: "/", omittingEmptySubsequences: false)
        guard sides.count == 2, sides.allSatisfy({ side in !side.isEmpty && !side.contains(" ") }) else { return nil }
        self.raw = raw
        essence = first.lowercased()
        parameters = pieces.dropFirst().compactMap { piece in
            guard let equals = piece.firstIndex(of: "=") else { return nil }
            let value = piece[piece.index(after: equals)...]
            return Parameter(name: piece[..<equals].lowercased(), value: MediaType.unquoted(value))
        }
    }

    /// The value of a parameter, or nil when there is none of that name.
    public func parameter(_ name: String) -> String? {
        parameters.first { parameter in parameter.name == name }?.value
    }

    /// Whether the type is JSON by its name: `application/json`, `text/json`, or a `+json` suffix (RFC 6839 §3.1).
    public var isJSON: Bool {
        essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }

    /// The pieces between semicolons that stand outside quotes, trimmed.
    private static func split(_ raw: String) -> [String] {
        var pieces: [[UInt8]] = [[]]
        var isQuoted = false
        var isEscaped = false
        for byte in raw.utf8 {
            if byte == UInt8(ascii: ";"), !isQuoted {
                pieces.append([])
                continue
            }
            if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && byte == UInt8(ascii: "\\") && !isEscaped
            pieces[pieces.count - 1].append(byte)
        }
        return pieces.map { piece in String(decoding: piece[...].trimmed, as: UTF8.self) }
    }

    /// A parameter's value with the quotes and their escapes undone.
    private static func unquoted(_ value: Substring) -> String {
        guard value.utf8.count >= 2, value.first == "\"", value.last == "\"" else { return String(value) }
        var result: [UInt8] = []
        var isEscaped = false
        for byte in value.utf8.dropFirst().dropLast() {
            if byte == UInt8(ascii: "\\"), !isEscaped {
                isEscaped = true
            } else {
                result.append(byte)
                isEscaped = false
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
