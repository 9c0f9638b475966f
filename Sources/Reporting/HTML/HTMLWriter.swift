/// Writes HTML element by element.
///
/// Text reaches the page through `text` alone, which escapes it for people (`SafeText`) and for the parser; names of
/// elements, attributes and classes are types. So nothing captured can become markup.
struct HTMLWriter {
    private var bytes: [UInt8] = []

    /// Hands out what was written since the last time; the memory of it serves for what comes next.
    mutating func flush(to write: Output) {
        write(bytes)
        bytes.removeAll(keepingCapacity: true)
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
        append(tag.rawValue.utf8.span)
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            append(attribute.name.utf8.span)
            guard let value = attribute.value else { continue }
            append("=\"".utf8.span)
            append(SafeText.escape(value).utf8.span, to: .attribute)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    /// Writes an end tag.
    mutating func end(_ tag: HTMLTag) {
        append("</".utf8.span)
        append(tag.rawValue.utf8.span)
        bytes.append(UInt8(ascii: ">"))
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
        var isInSpan = false
        SafeText.forEachStretch(of: text, allowingLines: allowingLines) { stretch, isSpelled in
            if isSpelled && !isInSpan { begin(.span, [.class(.spelled)]) }
            if !isSpelled && isInSpan { end(.span) }
            isInSpan = isSpelled
            append(stretch.utf8.span, to: .content)
        }
        if isInSpan { end(.span) }
    }

    /// Writes a sign of the report's own in ASCII: a browser keeps a text in half the memory, and reads it in less time,
    /// while no character in it is beyond Latin-1.
    private mutating func sign(_ text: String) {
        for scalar in text.unicodeScalars { append("&#\(scalar.value);".utf8.span) }
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
            if run.isSign { sign(run.text) } else { text(run.text, allowingLines: allowingLines) }
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

    /// Where text stands, which decides on the characters that the parser gives a meaning.
    private enum Place {
        /// Between tags.
        case content

        /// Between the quotation marks of an attribute's value.
        case attribute
    }

    /// Appends safe text with the characters that the parser gives a meaning as references.
    ///
    /// Quotation marks mean nothing between tags: captured JSON, of which most pages consist, is full of them.
    ///
    /// WHATWG HTML §13.3
    private mutating func append(_ text: Span<UInt8>, to place: Place) {
        var start = 0
        for offset in text.indices {
            // Nothing behind `>` has a meaning, and most bytes are behind it.
            guard text[offset] <= UInt8(ascii: ">"), let reference = HTMLWriter.reference(for: text[offset], in: place)
            else { continue }
            append(text.extracting(start..<offset))
            append(reference.utf8.span)
            start = offset + 1
        }
        append(text.extracting(start..<text.count))
    }

    private mutating func append(_ span: Span<UInt8>) {
        // SAFETY: the pointer is used only inside the closure, while the span is alive.
        unsafe span.withUnsafeBufferPointer { memory in unsafe bytes.append(contentsOf: memory) }
    }

    /// What stands for a character that the parser gives a meaning; nil for any other.
    private static func reference(for byte: UInt8, in place: Place) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\"") where place == .attribute: "&quot;"
        case UInt8(ascii: "'") where place == .attribute: "&#39;"
        default: nil
        }
    }
}
