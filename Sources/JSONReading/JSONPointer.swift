/// The way from a value to one inside it.
///
/// RFC 6901
public struct JSONPointer: Hashable, Sendable {
    /// The steps, outermost first; none lead to the value itself.
    public var tokens: [Token]

    /// A pointer of these steps.
    public init(_ tokens: [Token] = []) { self.tokens = tokens }

    /// Reads a pointer as RFC 6901 §3 writes it: `/choices/0/a~1b`.
    ///
    /// A step that reads like a position in an array is `.index`, which leads to a member of that name where it meets an
    /// object; `-`, leading zeros and numbers beyond `Int` are names.
    ///
    /// - Parameter text: the pointer, not percent-encoded and not spelled as a JSON string.
    /// - Throws: what is wrong with the text; offsets count bytes of UTF-8.
    public init(parsing text: String) throws(JSONPointerFault) {
        tokens = []
        guard let first = text.utf8.first else { return }
        guard first == UInt8(ascii: "/") else { throw .missingSlash(found: first) }
        var offset = 1
        for part in text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            tokens.append(try Token(parsing: part, at: offset))
            offset += part.count + 1
        }
    }

    /// The pointer with one more step.
    public func appending(_ token: Token) -> JSONPointer { JSONPointer(tokens + [token]) }

    /// A step from a container to one of its children.
    public enum Token: Hashable, Sendable {
        /// To the member of an object with this name, the last of several.
        case key(String)
        /// To the element of an array at this position, from 0, or to the member of an object with that number as name.
        case index(Int)

        /// Reads a step with its escapes, which begins at an offset of its pointer.
        fileprivate init(parsing part: Substring.UTF8View, at offset: Int) throws(JSONPointerFault) {
            let name = try Self.unescaped(part, at: offset)
            // RFC 6901 §4 wants digits alone and no leading zeros; `Int` takes signs and zeros too.
            if let position = Int(name), position >= 0, String(position) == name {
                self = .index(position)
            } else {
                self = .key(name)
            }
        }

        private static func unescaped(_ part: Substring.UTF8View, at offset: Int) throws(JSONPointerFault) -> String {
            var bytes: [UInt8] = []
            var isBehindTilde = false
            var position = offset
            for byte in part {
                switch (isBehindTilde, byte) {
                case (true, UInt8(ascii: "0")): bytes.append(UInt8(ascii: "~"))
                case (true, UInt8(ascii: "1")): bytes.append(UInt8(ascii: "/"))
                case (true, _): throw .invalidEscape(offset: position - 1)
                case (false, UInt8(ascii: "~")): break
                case (false, _): bytes.append(byte)
                }
                isBehindTilde = !isBehindTilde && byte == UInt8(ascii: "~")
                position += 1
            }
            guard !isBehindTilde else { throw .invalidEscape(offset: position - 1) }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}

extension JSONPointer: CustomStringConvertible {
    /// The pointer as RFC 6901 §3 writes it, `~` and `/` in names escaped: `/choices/0/a~1b`.
    public var description: String {
        var text = ""
        for token in tokens {
            text += "/"
            switch token {
            case .index(let position): text += String(position)
            case .key(let name):
                for scalar in name.unicodeScalars {
                    switch scalar {
                    case "~": text += "~0"
                    case "/": text += "~1"
                    default: text.unicodeScalars.append(scalar)
                    }
                }
            }
        }
        return text
    }
}

extension JSONValue {
    /// The value that a pointer leads to from here; nil when a step finds no child.
    ///
    /// RFC 6901 §4
    public subscript(pointer pointer: JSONPointer) -> JSONValue? {
        var value = self
        for token in pointer.tokens {
            let child: JSONValue?
            switch token {
            case .key(let name): child = value[name]
            case .index(let position): child = value.isObject ? value[String(position)] : value[position]
            }
            guard let child else { return nil }
            value = child
        }
        return value
    }
}
