/// The beginning of a text in one line, and how much of it is left out.
package struct Preview {
    /// The beginning, its white space made single spaces.
    private let beginning: String

    /// Whether something is left out.
    private let isCut: Bool

    /// The characters (Unicode scalars) that are left out.
    package let hidden: Int

    /// A character as it is shown, with the space before it.
    private struct Piece {
        var text: String
        var width: Int

        /// How many scalars of the text have been taken behind it.
        var taken: Int
    }

    /// Shortens a text to at most so many columns, counted as it will be escaped.
    package init(of whole: String, columns: Int) {
        self.init(of: Beginning(of: whole), columns: columns)
    }

    /// Shortens the beginning of a text to at most so many columns.
    package init(of beginning: Beginning, columns: Int) {
        if let plain = Preview(plain: beginning, columns: columns) {
            self = plain
            return
        }
        var pieces: [Piece] = []
        var used = 0
        var taken = 0
        var isSpacePending = false
        var isCut = beginning.hidden > 0
        for cluster in beginning.text {
            taken += cluster.unicodeScalars.count
            if Preview.isBlank(cluster) {
                isSpacePending = !pieces.isEmpty
                continue
            }
            let text = (isSpacePending ? " " : "") + String(cluster)
            let piece = Piece(text: text, width: SafeText.width(of: SafeText.escape(text)), taken: taken)
            if used + piece.width > columns {
                isCut = true
                break
            }
            pieces.append(piece)
            used += piece.width
            isSpacePending = false
        }
        while isCut, used >= columns, let last = pieces.popLast() { used -= last.width }
        self.beginning = pieces.map(\.text).joined()
        self.isCut = isCut
        let count = beginning.text.unicodeScalars.count + beginning.hidden
        hidden = isCut ? count - (pieces.last?.taken ?? 0) : 0
    }

    /// Shortens printable ASCII, spaces, tabs and line feeds, of which each is a character of one column, as most captured
    /// text is; nil for any other.
    private init?(plain beginning: Beginning, columns: Int) {
        let bytes = beginning.text.utf8.span
        for index in bytes.indices {
            guard 0x20..<0x7F ~= bytes[index] || Preview.isBlank(bytes[index]) else { return nil }
        }
        var kept: [UInt8] = []
        // The last character that was kept: its columns, and what of the text had been taken before it and with it.
        var last = (width: 0, before: 0, taken: 0)
        var isSpacePending = false
        var isCut = beginning.hidden > 0
        for index in bytes.indices {
            guard !Preview.isBlank(bytes[index]) else {
                isSpacePending = !kept.isEmpty
                continue
            }
            let width = isSpacePending ? 2 : 1
            guard kept.count + width <= columns else {
                isCut = true
                break
            }
            if isSpacePending { kept.append(UInt8(ascii: " ")) }
            kept.append(bytes[index])
            last = (width, last.taken, index + 1)
            isSpacePending = false
        }
        // The ellipsis needs a column too.
        if isCut, kept.count >= columns {
            kept.removeLast(last.width)
            last.taken = last.before
        }
        self.beginning = String(decoding: kept, as: UTF8.self)
        self.isCut = isCut
        hidden = isCut ? bytes.count + beginning.hidden - last.taken : 0
    }

    /// Whether a byte parts words or ends a line.
    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
    }

    /// The beginning, with an ellipsis behind it where something is left out.
    package var text: String { inline().text }

    /// The beginning in a style, with an ellipsis behind it where something is left out.
    package func inline(_ style: Inline.Style = .plain) -> Inline {
        Inline(beginning, style) + (isCut ? Inline(sign: "…", style) : "")
    }

    /// Whether a character ends a line or parts words; anything stranger is shown for what it is.
    private static func isBlank(_ cluster: Character) -> Bool {
        cluster == " " || cluster == "\n" || cluster == "\r\n" || cluster == "\t"
    }
}
