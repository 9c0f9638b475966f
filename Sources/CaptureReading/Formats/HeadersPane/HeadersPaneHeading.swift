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

    /// `General` or `Summary`, where Chrome and Safari list address, method and status.
    case general(Browser)

    /// The first line of such a list, which may be pasted without its title: `Request URL`, or in Firefox the method
    /// above the address, or the scheme above the other parts of it.
    case target(Browser)

    /// `Request Headers`, `Response Headers`: titles of Chrome and Firefox, for which Safari has the side alone.
    case pane(Side)

    /// `Request Payload`: a title above a body.
    case content(Side)

    /// `Request`, `Response`: titles of Safari above header lines, and of people above a body.
    case word(Side)

    /// A title above parts of a request that are shown again, taken apart: `Query String Parameters`.
    case aside

    /// Whose pane a heading is of.
    enum Browser: Equatable {
        /// Chrome, and whatever is built on it.
        case chrome

        /// Firefox.
        case firefox

        /// Safari.
        case safari
    }

    /// No heading is longer than this; a longer line is content.
    private static let longest = 256

    /// The bytes that headings begin with, in lower case: most lines of most bodies are told apart by them.
    private static let firstBytes = Set("#dfghopqrs".utf8)

    /// The methods that Firefox shows above an address.
    ///
    /// RFC 9110 §9.3, RFC 5789
    private static let methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]

    /// Titles of one form each.
    private static let titles: [(words: String, heading: HeadersPaneHeading)] = [
        ("general", .general(.chrome)), ("summary", .general(.safari)), ("request", .word(.request)),
        ("response", .word(.response)), ("request payload", .content(.request)), ("payload", .content(.request)),
        ("request data", .aside), ("form data", .aside), ("query string parameters", .aside),
    ]

    /// Reads the text of a line, or gives nil when it is no heading by its own words.
    ///
    /// What a heading means, and whether it is one, may depend on what follows: see `resolved`.
    init?(_ text: ArraySlice<UInt8>) {
        guard text.count <= HeadersPaneHeading.longest, let first = text.first,
            HeadersPaneHeading.firstBytes.contains(first.lowercasedASCII)
        else { return nil }
        if first == UInt8(ascii: "#") {
            self.init(marked: text)
        } else if HeadersPaneHeading.isMethod(text) || text.isEqual(ignoringCase: "scheme") {
            self = .target(.firefox)
        } else {
            self.init(title: text)
        }
    }

    /// Whether what the heading means depends on the line below it.
    var isAmbiguous: Bool {
        switch self {
        case .unknown, .general, .word, .content, .target(.firefox): true
        case .side, .fields, .body, .target, .pane, .aside: false
        }
    }

    /// Tells what the heading means where it stands, or gives nil when it is none there.
    ///
    /// In a body, text that looks like a heading is believed less: a prompt or an answer may be Markdown.
    ///
    /// - Parameters:
    ///   - next: the text of the next line that has some, which matters for ambiguous headings only.
    ///   - isInBody: whether the lines before it are those of a body.
    /// - Returns: the heading itself, or what a word stands for.
    func resolved(above next: ArraySlice<UInt8>?, isInBody: Bool) -> HeadersPaneHeading? {
        let next = next ?? []
        let isMeant: Bool
        switch self {
        case .side, .fields, .body: isMeant = true
        case .pane, .aside, .target(.chrome), .target(.safari): isMeant = !isInBody
        case .unknown: isMeant = HeadersPaneHeading(next) == .fields
        case .general(.safari): isMeant = HeadersPaneHeading.isAddressLabel(next)
        case .general: isMeant = HeadersPaneHeading(next) == .target(.chrome)
        case .target(.firefox): isMeant = !isInBody && HeadersPaneHeading.isAddress(next)
        case .content: isMeant = !isInBody && (next.beginsBody || HeadersPaneHeading.isRemnant(next))
        case .word(let side):
            if next.beginsBody { return .content(side) }
            return HeadersPaneHeading.beginsHeaders(next) ? .pane(side) : nil
        }
        return isMeant ? self : nil
    }

    /// Whether a text is a method as Firefox shows it.
    static func isMethod(_ text: ArraySlice<UInt8>) -> Bool {
        methods.contains { method in text.elementsEqual(method.utf8) }
    }

    /// Whether a text is what stands below a method or `scheme` in Firefox: an address, or the scheme of one.
    static func isAddress(_ text: ArraySlice<UInt8>) -> Bool {
        ["http", "https", "scheme"].contains { word in text.isEqual(ignoringCase: word) }
            || text.dropping(prefix: "http://") != nil || text.dropping(prefix: "https://") != nil
    }

    /// Whether a line is the label of the address in Safari's summary.
    private static func isAddressLabel(_ line: ArraySlice<UInt8>) -> Bool {
        line.dropping(prefix: "url:") != nil
    }

    /// Whether a line is a start line or a header line with a known name.
    private static func beginsHeaders(_ line: ArraySlice<UInt8>) -> Bool {
        HTTPStartLine(line) != nil || HeadersPaneName.isKnown(beginning: line)
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
                self = .general(.chrome)
            } else {
                self = .unknown(HeadersPaneHeading.side(beginning: words))
            }
        case 2 where words.isEqual(ignoringCase: "header") || words.isEqual(ignoringCase: "headers"):
            self = .fields
        case 2 where words.isEqual(ignoringCase: "body"):
            self = .body
        case 2...6:
            self.init(title: words)
        default:
            return nil
        }
    }

    /// Reads a title; a count or a size and the words of the links beside it may follow those above header lines.
    private init?(title: ArraySlice<UInt8>) {
        let words = HeadersPaneHeading.withoutColon(title)
        if let known = HeadersPaneHeading.titles.first(where: { known in words.isEqual(ignoringCase: known.words) }) {
            self = known.heading
        } else if let rest = title.dropping(prefix: "request url"), rest.isEmpty || rest.first == UInt8(ascii: ":") {
            self = .target(.chrome)
        } else if let rest = title.dropping(prefix: "request headers"), HeadersPaneHeading.isRemnant(rest.trimmed) {
            self = .pane(.request)
        } else if let rest = title.dropping(prefix: "response headers"), HeadersPaneHeading.isRemnant(rest.trimmed) {
            self = .pane(.response)
        } else {
            return nil
        }
    }

    /// Whether a trimmed text is left of the links and counts that browsers show beside a title, or is empty.
    ///
    /// Chrome counts lines, `(12)`, and Firefox sizes, `(1.2 kB)`.
    static func isRemnant(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = withoutColon(text)
        if rest.first == UInt8(ascii: "(") {
            let size = rest.prefix(24).dropFirst().prefix { byte in byte != UInt8(ascii: ")") }
            guard size.first?.isDigit ?? false, rest.dropFirst(1 + size.count).first == UInt8(ascii: ")"),
                size.allSatisfy({ byte in byte >= 0x80 || byte.isDigit || byte.isLetter || " .,".utf8.contains(byte) })
            else { return false }
            rest = rest.dropFirst(size.count + 2).trimmed
        }
        return rest.isEmpty || rest.isFence
            || ["raw", "view source", "view parsed", "learn more"].contains { words in
                rest.isEqual(ignoringCase: words)
            }
            || rest.dropping(prefix: "provisional headers are shown") != nil
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
