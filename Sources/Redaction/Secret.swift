public import CaptureReading

/// A value that must not be shown, and the place that says so.
public struct Secret: Hashable, Sendable {
    /// What a secret is, as its mark names it.
    public enum Kind: String, Sendable {
        /// A key of an API.
        case key

        /// A token that stands for a login.
        case token

        /// A cookie's value.
        case cookie

        /// A password.
        case password

        /// A signature that lets its holder do what was signed.
        case signature

        /// What a sentence calls it: `API key`, `token`.
        public var title: String { self == .key ? "API key" : rawValue }
    }

    /// Where a secret was found.
    public enum Container: Hashable, Sendable {
        /// A header of the request.
        case requestHeader(name: String)

        /// A header of the response.
        case responseHeader(name: String)

        /// The query of the request's URL.
        case query(name: String)

        /// The user information of the request's URL.
        case userInformation

        /// The URL in a header that holds one (`Referer`, `Location`); the header is the response's when `isResponse`.
        case url(header: String, isResponse: Bool)

        /// A member of a JSON body; the body is the response's when `isResponse`.
        case json(name: String, isResponse: Bool)
    }

    /// What it is.
    public var kind: Kind

    /// The value itself: for comparison in memory only.
    public var value: String

    /// Where it was found.
    public var container: Container

    /// Where it stands in the capture.
    public var place: Place?

    /// Creates a secret.
    public init(kind: Kind, value: String, container: Container, place: Place?) {
        self.kind = kind
        self.value = value
        self.container = container
        self.place = place
    }

    /// Whether whoever made the capture took the value out and left a mark: nothing, `***`, `xxxx`, `…`, a word in
    /// brackets (`<key>`, `[hidden]`, `${KEY}`), or anything that says `redact`.
    public var isBlanked: Bool {
        var rest = value.utf8[...]
        if rest.first == UInt8(ascii: "$") { rest = rest.dropFirst() }
        let brackets: [(UInt8, UInt8)] = [
            (UInt8(ascii: "<"), UInt8(ascii: ">")), (UInt8(ascii: "["), UInt8(ascii: "]")),
            (UInt8(ascii: "{"), UInt8(ascii: "}")), (UInt8(ascii: "("), UInt8(ascii: ")")),
        ]
        if brackets.contains(where: { pair in rest.first == pair.0 && rest.last == pair.1 }) { return true }
        return value.unicodeScalars.allSatisfy(Secret.maskMarks.contains) || saysRedacted
    }

    /// What masks are drawn with.
    private static let maskMarks = Set("*xX.\u{2026}\u{2022}<>[](){}-_ ".unicodeScalars)

    /// Whether the value has `redact` in it, in capitals or not.
    private var saysRedacted: Bool {
        let wanted = Array("redact".utf8)
        var matched = 0
        for byte in value.utf8 {
            // `r` stands in the word only at its beginning, so a mismatch never hides a second start.
            if byte | 0x20 == wanted[matched] {
                matched += 1
            } else {
                matched = byte | 0x20 == wanted[0] ? 1 : 0
            }
            if matched == wanted.count { return true }
        }
        return false
    }
}
