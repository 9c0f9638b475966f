/// The beginning of a text in one line, and how much of it is left out.
package struct Preview {
    /// The beginning, its white space made single spaces.
    private let beginning: String

    /// Whether something is left out.
    private let isCut: Bool

    /// The characters (Unicode scalars) that are left out.
    package let hidden: Int

    /// A character that was taken, with the space before it.
    private struct Piece {
        /// Where it ends, in bytes.
        var end: Int

        /// Its columns.
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
        var line = Line(columns: columns)
        if !line.takePlain(beginning.text) {
            line = Line(columns: columns)
            line.take(beginning.text)
        }
        isCut = line.isFull || beginning.hidden > 0
        if isCut { line.makeRoom() }
        self.beginning = line.text
        let count = beginning.text.scalarCount + beginning.hidden
        hidden = isCut ? count - line.taken : 0
    }

    /// As much of a text as a line has room for.
    private struct Line {
        let columns: Int
        var isFull = false

        private var bytes: [UInt8] = []
        private var pieces: [Piece] = []
        private var used = 0
        private var passed = 0
        private var isSpacePending = false

        init(columns: Int) {
            self.columns = columns
        }

        /// What was taken.
        var text: String { String(decoding: bytes, as: UTF8.self) }

        /// How many scalars were taken.
        var taken: Int { pieces.last?.taken ?? 0 }

        /// Takes a text of printable ASCII, a column a byte; false once it meets anything else but white space.
        mutating func takePlain(_ text: String) -> Bool {
            for byte in text.utf8 {
                if isFull { break }
                switch byte {
                case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"): pass(1)
                case UInt8(ascii: "!")...UInt8(ascii: "~"): take(CollectionOfOne(byte), scalarCount: 1, width: 1)
                default: return false
                }
            }
            return true
        }

        /// Takes a text character by character.
        mutating func take(_ text: String) {
            for cluster in text {
                if isFull { break }
                let count = cluster.unicodeScalars.count
                if Preview.isBlank(cluster) {
                    pass(count)
                } else {
                    take(cluster.utf8, scalarCount: count, width: SafeText.width(of: SafeText.escape(String(cluster))))
                }
            }
        }

        /// Takes pieces back until there is a column for the ellipsis.
        mutating func makeRoom() {
            while used >= columns, let last = pieces.popLast() { used -= last.width }
            bytes.removeSubrange((pieces.last?.end ?? 0)...)
        }

        private mutating func pass(_ scalarCount: Int) {
            passed += scalarCount
            isSpacePending = !pieces.isEmpty
        }

        private mutating func take(_ character: some Collection<UInt8>, scalarCount: Int, width: Int) {
            let width = isSpacePending ? width + 1 : width
            guard used + width <= columns else {
                isFull = true
                return
            }
            if isSpacePending { bytes.append(UInt8(ascii: " ")) }
            bytes.append(contentsOf: character)
            passed += scalarCount
            used += width
            isSpacePending = false
            pieces.append(Piece(end: bytes.count, width: width, taken: passed))
        }
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
