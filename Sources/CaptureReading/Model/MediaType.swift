internal import ByteCoding

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
    ///
    /// RFC 9110 §5.6.6
    public struct Parameter: Hashable, Sendable {
        /// The name in lower case.
        public let name: String

        /// The value without quotes.
        public let value: String

        /// Reads `name=value`; nil unless the name is a token and the value a token or a quoted string.
        fileprivate init?(_ text: ArraySlice<UInt8>) {
            guard let equals = text.firstIndex(of: UInt8(ascii: "=")), text[..<equals].isToken,
                let value = MediaType.value(text[(equals + 1)...])
            else { return nil }
            name = MediaType.lowercased(text[..<equals])
            self.value = value
        }
    }

    /// Reads a declared media type, or gives nil when there is no `type/subtype` at its beginning.
    public init?(parsing raw: String) {
        let pieces = MediaType.split(Array(raw.utf8)[...])
        guard let first = pieces.first, let slash = first.firstIndex(of: UInt8(ascii: "/")), first[..<slash].isToken,
            first[(slash + 1)...].isToken
        else { return nil }
        self.raw = raw
        essence = MediaType.lowercased(first)
        parameters = pieces.dropFirst().compactMap(Parameter.init)
    }

    /// The value of the first parameter of a name, compared without case, or nil when there is none.
    public func parameter(_ name: String) -> String? {
        parameters.first { parameter in parameter.name.utf8.isEqual(ignoringCase: name) }?.value
    }

    /// Whether the type is JSON by its name: `application/json`, `text/json`, or a `+json` suffix (RFC 6839 §3.1).
    public var isJSON: Bool {
        essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }

    /// The pieces between semicolons that stand outside quotes, trimmed.
    private static func split(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var pieces: [ArraySlice<UInt8>] = []
        var start = text.startIndex
        var isQuoted = false
        var isEscaped = false
        for (index, byte) in zip(text.indices, text) {
            if byte == UInt8(ascii: ";"), !isQuoted {
                pieces.append(text[start..<index].trimmed)
                start = index + 1
            }
            if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && byte == UInt8(ascii: "\\") && !isEscaped
        }
        return pieces + [text[start...].trimmed]
    }

    /// A parameter's value with the quotes and their escapes undone; nil when it is neither token nor quoted string.
    ///
    /// RFC 9110 §5.6.4
    private static func value(_ text: ArraySlice<UInt8>) -> String? {
        if text.isToken { return String(decoding: text, as: UTF8.self) }
        guard text.count >= 2, text.first == UInt8(ascii: "\""), text.last == UInt8(ascii: "\"") else { return nil }
        var result: [UInt8] = []
        var isEscaped = false
        for byte in text.dropFirst().dropLast() {
            if byte == UInt8(ascii: "\\"), !isEscaped {
                isEscaped = true
                continue
            }
            guard isEscaped || byte != UInt8(ascii: "\"") else { return nil }
            result.append(byte)
            isEscaped = false
        }
        return isEscaped ? nil : String(decoding: result, as: UTF8.self)
    }

    /// A text of tokens in lower case.
    private static func lowercased(_ text: ArraySlice<UInt8>) -> String {
        String(decoding: text.map(\.lowercasedASCII), as: UTF8.self)
    }
}
