/// What people paste from the headers pane of a browser's DevTools, with the bodies below headings.
///
/// Two forms are read, and mixtures of them. Dumps of desktop clients mark sections with `#` and end names in a colon:
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
/// Chrome has the titles `General`, `Response Headers` and `Request Headers`, and names without colons on lines of
/// their own.
enum HeadersPaneFormat: CaptureFormat {
    /// The name `headers-pane`.
    static let id = CaptureFormatID.headersPane

    /// Certain for a known heading with header lines below; likely for the other beginnings of a dump.
    ///
    /// A heading alone is no sign: Markdown has them too.
    static func recognise(_ head: ArraySlice<UInt8>) -> Confidence {
        var best = Confidence.none
        var above: ArraySlice<UInt8>?
        var isFirst = true
        var offset = 0
        while best < .certain, let line = TextLine(in: head, at: offset, ending: .any) {
            offset = line.end
            let text = line.text(in: head).trimmed
            guard !text.isEmpty else { continue }
            if let above {
                best = max(best, confidence(above, above: text, isFirst: isFirst))
                isFirst = false
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
        _ line: ArraySlice<UInt8>, above next: ArraySlice<UInt8>, isFirst: Bool
    ) -> Confidence {
        guard let heading = HeadersPaneHeading(line) else { return .none }
        switch (heading, HeadersPaneHeading(next)) {
        case (.side, .fields): return isFirst ? .certain : .likely
        case (.general, .requestURL): return .likely
        case (.unknown(.some), .fields), (.requestURL, _): return isFirst ? .likely : .none
        case (.pane, _): return isFirst ? .possible : .none
        case (.fields, _): return isFirst && isLabel(next) ? .likely : .none
        default: return .none
        }
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
