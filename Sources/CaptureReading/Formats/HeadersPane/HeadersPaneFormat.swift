/// What people paste from the headers pane of a browser's DevTools, with the bodies below headings.
///
/// Several forms are read, and mixtures of them. Dumps of desktop clients mark sections with `#` and end names in a
/// colon:
///
///     # request
///     ## HEADERS
///     URL
///     https://example.com/v1/models
///     HEADERS
///     Accept:
///     */*
///     ## BODY:
///     {}
///     # response
///     ## HEADER
///     STATUS: 200 OK
///     HEADERS
///     Content-Type:
///     application/json
///     ## BODY
///     {}
///
/// Chrome has the titles `General`, `Response Headers` and `Request Headers`, which a selection with the mouse leaves
/// out, and names with or without colons on lines of their own. Its raw view has whole messages below the titles.
///
/// Firefox copies no titles, glues labels to their values, and indents the values of headers:
///
///     GET
///         https://example.com/v1/models
///     Status
///     200
///     VersionHTTP/2
///     Transferred1.26 kB (919 B size)
///
///     content-type
///         application/json
///
///     Accept
///         */*
///
/// Safari has a summary, then start lines and header lines below the words `Request` and `Response`:
///
///     Summary
///     URL: https://example.com/v1/models
///     Status: 200
///
///     Request
///     GET /v1/models HTTP/1.1
///     Accept: */*
///
/// Whatever way it took, a paste may be indented, quoted as mail is, fenced as Markdown, or have blank lines between
/// all lines.
enum HeadersPaneFormat: CaptureFormat {
    /// The name `headers-pane`.
    static let id = CaptureFormatID.headersPane

    /// How many bytes of a paste without headings are read to tell whether it is one.
    private static let untitledSize = 4096

    /// Certain for a known heading with header lines below; likely for the other beginnings of a dump.
    ///
    /// A heading alone is no sign: Markdown has them too.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        var best = Confidence.none
        var above: ArraySlice<UInt8>?
        var isFirst = true
        var offset = 0
        while best < .certain, let line = TextLine(in: head, at: offset, ending: .any) {
            let bytes = line.text(in: head)
            let text = bytes.paneText
            defer { offset = line.end }
            if text.isEmpty || text.isFence { continue }
            if let above {
                best = max(best, confidence(above, above: text, isFirst: isFirst, isIndented: bytes.first == 0x09))
                isFirst = false
            } else if HeadersPaneName.isKnown(beginning: text) {
                best = untitledConfidence(head.dropFirst(offset))
            }
            above = text
        }
        return best
    }

    /// A reader of dumps.
    static func makeReader() -> any ExchangeReader {
        HeadersPaneReader()
    }

    /// What two lines that follow each other say; some say it only at the beginning.
    private static func confidence(
        _ line: ArraySlice<UInt8>, above next: ArraySlice<UInt8>, isFirst: Bool, isIndented: Bool
    ) -> Confidence {
        guard let heading = HeadersPaneHeading(line)?.resolved(above: next, isInBody: false) else { return .none }
        switch (heading, HeadersPaneHeading(next)) {
        case (.side, .fields): return isFirst ? .certain : .likely
        case (.general(.chrome), _): return .likely
        case (.unknown(.some), .fields), (.target(.chrome), _), (.general, _): return isFirst ? .likely : .none
        // Above it the console may have its own line of the request.
        case (.target(.firefox), _): return isFirst ? .likely : isIndented ? .possible : .none
        case (.pane, _): return isFirst ? paneConfidence(above: next) : .none
        case (.fields, _): return isFirst && isLabel(next) ? .likely : .none
        default: return .none
        }
    }

    /// What the line below the title of a browser says.
    private static func paneConfidence(above next: ArraySlice<UInt8>) -> Confidence {
        let name = next.dropFirst().firstIndex(of: UInt8(ascii: ":")).map { colon in next[..<colon] } ?? next
        let isMeant = HeadersPaneName.isName(name) || HeadersPaneHeading.isRemnant(next) || HTTPStartLine(next) != nil
        return isMeant ? .possible : .none
    }

    /// What header lines say that no heading stands above: that they are some if most of their names are known.
    ///
    /// Mail has header lines too, and lists of names are none.
    private static func untitledConfidence(_ text: ArraySlice<UInt8>) -> Confidence {
        let source = ExchangeSource(bytes: text.prefix(untitledSize), start: .start)
        let fields = HeadersPaneFields(0..<source.bytes.count, of: source, isGeneral: true)
        let known = fields.lines.count { line in HeadersPaneName.isKnown(Array(line.name.utf8)[...]) }
        let values = fields.lines.count { line in !HeadersPaneName.isKnown(Array(line.value.utf8)[...]) }
        let telling = fields.lines.count { line in HeadersPaneName.isTelling(line.name) }
        guard known >= 3, telling >= 2, 2 * known >= fields.lines.count, 2 * values >= fields.lines.count,
            fields.orphanCount <= fields.lines.count / 4
        else { return .none }
        return .likely
    }

    /// Whether a line begins with a word that stands above header lines in a dump.
    private static func isLabel(_ line: ArraySlice<UInt8>) -> Bool {
        ["url", "status", "headers"].contains { word in
            guard let rest = line.dropping(prefix: word) else { return false }
            return rest.isEmpty || rest.first == UInt8(ascii: ":")
        }
    }
}

extension CaptureFormatID {
    /// What people paste from the headers pane of DevTools.
    public static let headersPane = CaptureFormatID(rawValue: "headers-pane")
}
