internal import ByteCoding

/// A line of a headers-pane dump that begins a part of it.
enum HeadersPaneHeading: Equatable {
    /// The two sides of an exchange.
    enum Side: Equatable {
        /// What was sent.
        case request

        /// What came back.
        case response
    }

    /// `# request`, `# response`.
    case side(Side)

    /// Another word behind one `#`, such as `# responseId`, and the side that its beginning names.
    case unknown(Side?)

    /// `## HEADER`, `## HEADERS`.
    case fields

    /// `## BODY`.
    case body

    /// `General`, where DevTools lists address, method and status.
    case general

    /// `Request URL`, the first label of the General block, which may be pasted without its title.
    case requestURL

    /// `Request Headers`, `Response Headers`: the titles of DevTools.
    case pane(Side)

    /// No heading is longer than this; a longer line is content.
    private static let longest = 256

    /// Reads a line, or gives nil when it is no heading by its own words.
    ///
    /// Two kinds need what follows to be believed: `unknown`, a line of fields, and `general`, a request's address.
    init?(_ line: ArraySlice<UInt8>) {
        guard line.count <= HeadersPaneHeading.longest, let first = line.first(where: { byte in !byte.isBlank }) else {
            return nil
        }
        // Most lines of most bodies are told apart by their first byte.
        switch first.lowercasedASCII {
        case UInt8(ascii: "#") where line.first == first: self.init(marked: line)
        case UInt8(ascii: "g"), UInt8(ascii: "r"): self.init(title: line.trimmed)
        default: return nil
        }
    }

    /// Reads a heading that `#` marks.
    private init?(marked line: ArraySlice<UInt8>) {
        let behind = line.drop { byte in byte == UInt8(ascii: "#") }
        guard let space = behind.first, space.isBlank else { return nil }
        let words = HeadersPaneHeading.withoutColon(behind.trimmed)
        switch line.count - behind.count {
        case 1:
            if words.isEqual(ignoringCase: "request") {
                self = .side(.request)
            } else if words.isEqual(ignoringCase: "response") {
                self = .side(.response)
            } else if words.isEqual(ignoringCase: "general") {
                self = .general
            } else {
                self = .unknown(HeadersPaneHeading.side(beginning: words))
            }
        case 2:
            if words.isEqual(ignoringCase: "header") || words.isEqual(ignoringCase: "headers") {
                self = .fields
            } else if words.isEqual(ignoringCase: "body") {
                self = .body
            } else {
                return nil
            }
        default:
            return nil
        }
    }

    /// Reads a title of DevTools; a count and the words of the links beside it may follow.
    private init?(title: ArraySlice<UInt8>) {
        if title.isEqual(ignoringCase: "general") {
            self = .general
        } else if let rest = title.dropping(prefix: "request url"), rest.isEmpty || rest.first == UInt8(ascii: ":") {
            self = .requestURL
        } else if let rest = title.dropping(prefix: "request headers"), HeadersPaneHeading.isRemnant(rest.trimmed) {
            self = .pane(.request)
        } else if let rest = title.dropping(prefix: "response headers"), HeadersPaneHeading.isRemnant(rest.trimmed) {
            self = .pane(.response)
        } else {
            return nil
        }
    }

    /// Whether a trimmed text is left of the links and counts that DevTools shows beside a title, or is empty.
    static func isRemnant(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = withoutColon(text)
        if rest.first == UInt8(ascii: "(") {
            let digits = rest.dropFirst().prefix(while: \.isDigit)
            guard !digits.isEmpty, rest.dropFirst(1 + digits.count).first == UInt8(ascii: ")") else { return false }
            rest = rest.dropFirst(digits.count + 2).trimmed
        }
        return rest.isEmpty
            || ["raw", "view source", "view parsed", "provisional headers are shown"].contains { words in
                rest.isEqual(ignoringCase: words)
            }
    }

    /// The side that the beginning of an unknown heading names.
    private static func side(beginning words: ArraySlice<UInt8>) -> Side? {
        if words.dropping(prefix: "request") != nil { return .request }
        if words.dropping(prefix: "response") != nil { return .response }
        return nil
    }

    /// The text without the colon at its end.
    private static func withoutColon(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        text.last == UInt8(ascii: ":") ? text.dropLast().trimmed : text
    }
}
