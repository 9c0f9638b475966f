/// Writes HTML element by element.
///
/// Text reaches the page through `text` alone, which escapes it for people (`SafeText`) and for the parser; names of
/// elements, attributes and classes are types. So nothing captured can become markup.
struct HTMLWriter {
    private var bytes: [UInt8] = []

    /// Hands out what was written since the last time.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    // MARK: Elements

    /// Writes an element with what it holds.
    mutating func element(
        _ tag: HTMLTag, _ attributes: HTMLAttribute..., content: (inout HTMLWriter) -> Void = { _ in }
    ) {
        begin(tag, attributes)
        guard !tag.isVoid else { return }
        content(&self)
        end(tag)
    }

    /// Writes an element that holds a text of one line.
    mutating func element(_ tag: HTMLTag, _ attributes: HTMLAttribute..., text: String) {
        begin(tag, attributes)
        self.text(text)
        end(tag)
    }

    /// Writes an element that holds styled text of one line.
    mutating func element(_ tag: HTMLTag, _ attributes: HTMLAttribute..., inline: Inline) {
        begin(tag, attributes)
        add(inline)
        end(tag)
    }

    /// Writes a start tag; its end is written by `end`, perhaps in another call.
    mutating func begin(_ tag: HTMLTag, _ attributes: [HTMLAttribute] = []) {
        bytes.append(UInt8(ascii: "<"))
        bytes += tag.rawValue.utf8
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes += attribute.name.utf8
            guard let value = attribute.value else { continue }
            bytes += "=\"".utf8
            append(SafeText.escape(value))
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    /// Writes an end tag.
    mutating func end(_ tag: HTMLTag) {
        bytes += "</\(tag.rawValue)>".utf8
        if HTMLWriter.endsLine(tag) { bytes.append(UInt8(ascii: "\n")) }
    }

    /// Whether a line ends behind an element, so that reports can be compared line by line; white space there means
    /// nothing.
    private static func endsLine(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .article, .caption, .details, .div, .figure, .footer, .h1, .h2, .head, .header, .li, .main, .nav, .ol, .p,
            .script, .section, .style, .summary, .table, .thead, .tr, .ul:
            true
        default: false
        }
    }

    /// Writes the declaration that a page begins with.
    mutating func doctype() {
        bytes += "<!doctype html>\n".utf8
    }

    /// Writes the program's own style sheet or script as it is.
    mutating func resource(_ content: [UInt8]) {
        bytes += content
    }

    // MARK: Text

    /// Writes text: what could act on a reader is spelled out, what could act on the parser is escaped.
    mutating func text(_ text: String, allowingLines: Bool = false) {
        for stretch in SafeText.stretches(of: text, allowingLines: allowingLines) {
            guard stretch.isSpelled else {
                append(stretch.text)
                continue
            }
            begin(.span, [.class(.spelled)])
            append(stretch.text)
            end(.span)
        }
    }

    /// Writes styled text.
    mutating func add(_ inline: Inline, allowingLines: Bool = false) {
        for run in inline.runs {
            switch run.style {
            case .plain: break
            case .strong: begin(.b)
            case .faint: begin(.span, [.class(.faint)])
            case .good: begin(.span, [.class(.good)])
            case .severity(let severity): begin(.span, [.class(HTMLClass(severity))])
            }
            text(run.text, allowingLines: allowingLines)
            if run.style != .plain { end(run.style == .strong ? .b : .span) }
        }
    }

    /// Writes pieces with a space between them, which a style sheet may widen.
    mutating func add(_ pieces: [Inline]) {
        for (index, piece) in pieces.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: " ")) }
            element(.span, inline: piece)
        }
    }

    /// Appends safe text with the characters that the parser gives a meaning as references.
    ///
    /// WHATWG HTML §13.3, which escapes no more in text and in attributes between quotation marks
    private mutating func append(_ safe: String) {
        let text = safe.utf8
        let span = safe.utf8Span.span
        var start = text.startIndex
        for offset in span.indices {
            guard let reference = HTMLWriter.reference(for: span[offset]) else { continue }
            let place = text.index(text.startIndex, offsetBy: offset)
            bytes += text[start..<place]
            bytes += reference.utf8
            start = text.index(after: place)
        }
        bytes += text[start...]
    }

    /// What stands for a character that the parser gives a meaning; nil for any other.
    private static func reference(for byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
