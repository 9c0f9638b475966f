/// The way from a value to one inside it.
///
/// RFC 6901
public struct JSONPointer: Hashable, Sendable {
    /// The steps, outermost first; none lead to the value itself.
    public var tokens: [Token]

    /// A pointer of these steps.
    public init(_ tokens: [Token] = []) { self.tokens = tokens }

    /// The pointer with one more step.
    public func appending(_ token: Token) -> JSONPointer { JSONPointer(tokens + [token]) }

    /// A step from a container to one of its children.
    public enum Token: Hashable, Sendable {
        /// To the member of an object with this name, the last of several.
        case key(String)
        /// To the element of an array at this position, from 0.
        case index(Int)
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
    public subscript(pointer pointer: JSONPointer) -> JSONValue? {
        var value = self
        for token in pointer.tokens {
            let child: JSONValue?
            switch token {
            case .key(let name): child = value[name]
            case .index(let position): child = value[position]
            }
            guard let child else { return nil }
            value = child
        }
        return value
    }
}
