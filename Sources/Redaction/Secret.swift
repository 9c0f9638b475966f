public import CaptureReading

/// A value that must not be shown, and the place that says so.
public struct Secret: Hashable, Sendable {
    /// What a secret is, as its mark names it.
    public enum Kind: String, Sendable {
        /// A key of an API.
        case key

        /// A token that stands for a login.
        case token

        /// A token that only proves that a page of the site made the request: it opens nothing by itself.
        case csrfToken = "csrf-token"

        /// A cookie's value.
        case cookie

        /// A password.
        case password

        /// A signature that lets its holder do what was signed.
        case signature

        /// An e-mail address: it opens nothing, and names a person.
        case email

        /// The address of a machine in a network.
        case address

        /// The home of a user in a file system, which has the user's name.
        case home

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

        /// A member of a JSON body, of an event's JSON, or a field of a form; the body is the response's when
        /// `isResponse`.
        case json(name: String, isResponse: Bool)

        /// The text of the capture outside of its messages: a variable before a command, a remark, a member that
        /// describes the exchange.
        case surroundings(name: String)
    }

    /// What it is.
    public var kind: Kind

    /// The value itself, its encoding undone where its place has one: for comparison in memory only.
    public var value: String

    /// Where it was found.
    public var container: Container

    /// Where it stands in the capture; where an escaped JSON string has it in its middle, where that string begins.
    public var place: Place?

    /// Whether values that are no secrets stand in places of this name too: `state` and `code` in a query, a cookie,
    /// any header with `key` in its name.
    public var hasOrdinaryName: Bool

    /// Whether nothing but its look says that it is secret: what stands in a URL's fragment under any name is hidden, but
    /// nobody is accused of it.
    public var isGuess: Bool

    /// Creates a secret.
    public init(
        kind: Kind, value: String, container: Container, place: Place?, hasOrdinaryName: Bool = false,
        isGuess: Bool = false
    ) {
        self.kind = kind
        self.value = value
        self.container = container
        self.place = place
        self.hasOrdinaryName = hasOrdinaryName
        self.isGuess = isGuess
    }

    /// Whether it lets its holder in by itself, as a key does: cookies belong to browsers and are another matter.
    public var isCredential: Bool { !isGuess && ![.cookie, .csrfToken, .email, .address, .home].contains(kind) }

    /// Whether it stands in a body.
    var isInBody: Bool {
        if case .json = container { true } else { false }
    }

    /// Whether the value is worth hiding wherever it stands, and reporting.
    ///
    /// It is unless it was taken out already, is a short number, or is an ordinary word in a place of an ordinary name:
    /// the `closed` of `?state=closed` is hidden in its place alone.
    public var isDistinctive: Bool { !isTakenOut && !isShortNumber && (!hasOrdinaryName || looksIssued) }

    /// Whether the value is a number of fewer than ten digits: times and counts have the same in them.
    private var isShortNumber: Bool { value.utf8.count < 10 && value.utf8.allSatisfy(Secret.isDigit) }
}

extension Secret {
    /// Whether the value looks like something that a machine gave out: it has 16 bytes or more, or 8 or more that are
    /// not one or two plain words.
    ///
    /// Plain words are letters in one case, joined by one `-`, `_`, `.`, `+` or space: `closed`, `in-progress`,
    /// `NOT_FOUND`. A digit, mixed case, a second joint or any other character makes a value look issued.
    public var looksIssued: Bool {
        guard value.utf8.count >= 8 else { return false }
        return value.utf8.count >= 16 || !isPlainWords
    }

    private var isPlainWords: Bool {
        var capitals = 0
        var smallLetters = 0
        var joints = 0
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: smallLetters += 1
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: " "):
                joints += 1
            default: return false
            }
        }
        return joints <= 1 && (capitals == 0 || smallLetters == 0)
    }

    /// Whether nobody is let in by the value: whoever made the capture took it out and left a mark, or never put one in
    /// the place of a variable or of a word for it.
    public var isBlanked: Bool { Secret.isBlanked(value) }

    /// Whether a value was taken out, or was never put in.
    static func isBlanked(_ value: String) -> Bool { isMark(value) || StandIn.matches(value) }

    /// Whether a value was taken out and is a mark: nothing, `***`, `xxxx`, `…`, a word in brackets (`<key>`,
    /// `[hidden]`, `$(cat key)`), or anything that says `redacted`.
    ///
    /// Sixteen bytes or more with a digit and without a space are no word: a key in brackets is a key.
    static func isMark(_ value: String) -> Bool {
        var rest = value.utf8[...]
        if rest.first == UInt8(ascii: "$") { rest = rest.dropFirst() }
        let isBracketed = brackets.contains { pair in rest.count > 1 && rest.first == pair.0 && rest.last == pair.1 }
        if isBracketed, rest.count < 18 || rest.contains(UInt8(ascii: " ")) || !rest.contains(where: isDigit) {
            return true
        }
        return value.unicodeScalars.allSatisfy(maskMarks.contains) || saysRedacted(value)
    }

    /// What stands around a mark, or a command whose output a shell puts in its place.
    private static let brackets: [(UInt8, UInt8)] = [
        (UInt8(ascii: "<"), UInt8(ascii: ">")), (UInt8(ascii: "["), UInt8(ascii: "]")),
        (UInt8(ascii: "{"), UInt8(ascii: "}")), (UInt8(ascii: "("), UInt8(ascii: ")")),
        (UInt8(ascii: "`"), UInt8(ascii: "`")),
    ]

    /// What masks are drawn with.
    private static let maskMarks = Set("*xX.\u{2026}\u{2022}<>[](){}-_ ".unicodeScalars)

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Whether a value has `redacted` in it, in capitals or not.
    private static func saysRedacted(_ value: String) -> Bool {
        let wanted = Array("redacted".utf8)
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
