/// The beginning of a text in one line, and how much of it is left out.
package struct Preview {
    /// The beginning, its white space made single spaces.
    private let beginning: String

    /// Whether something is left out.
    private let isCut: Bool

    /// The characters (Unicode scalars) that are left out.
    package let hidden: Int

    /// Shortens a text to at most so many columns, counted as it will be escaped.
    package init(of whole: String, columns: Int) {
        self.init(of: Beginning(of: whole), columns: columns)
    }

    /// Shortens the beginning of a text to at most so many columns.
    package init(of beginning: Beginning, columns: Int) {
        var line = Line(columns: columns)
        line.take(beginning.text)
        isCut = line.isFull || beginning.hidden > 0
        if isCut { line.makeRoom() }
        self.beginning = line.text
        hidden = isCut ? beginning.text.scalarCount + beginning.hidden - line.taken : 0
    }

    /// As much of a text as a line has room for.
    private struct Line {
        let columns: Int
        var isFull = false

        /// How many scalars were taken.
        private(set) var taken = 0

        private var bytes: [UInt8] = []
        private var used = 0
        private var isSpacePending = false

        /// What had been taken when there was a column left for the last time.
        private var roomy = (byteCount: 0, taken: 0)

        init(columns: Int) {
            self.columns = columns
        }

        /// What was taken.
        var text: String { String(decoding: bytes, as: UTF8.self) }

        /// Takes a text character by character.
        mutating func take(_ text: String) {
            let span = text.utf8.span
            var passed = 0
            var offset = 0
            while offset < span.count, !isFull {
                // Before another byte of ASCII, one of ASCII is a character of its own; a carriage return may not be.
                let isAlone = offset + 1 == span.count || span[offset + 1] < 0x80
                switch isAlone ? span[offset] : nil {
                case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"):
                    passed += 1
                    offset += 1
                    isSpacePending = !bytes.isEmpty
                case let byte? where UInt8(ascii: "!")...UInt8(ascii: "~") ~= byte:
                    passed += 1
                    offset += 1
                    take(CollectionOfOne(byte), passed: passed, width: 1)
                default:
                    let cluster = text[text.utf8.index(text.startIndex, offsetBy: offset)]
                    passed += cluster.unicodeScalars.count
                    offset += cluster.utf8.count
                    if Preview.isBlank(cluster) {
                        isSpacePending = !bytes.isEmpty
                    } else {
                        let width = SafeText.width(of: SafeText.escape(String(cluster)))
                        take(cluster.utf8, passed: passed, width: width)
                    }
                }
            }
        }

        /// Takes characters back until there is a column for the ellipsis.
        mutating func makeRoom() {
            guard used >= columns else { return }
            bytes.removeSubrange(roomy.byteCount...)
            taken = roomy.taken
        }

        private mutating func take(_ character: some Collection<UInt8>, passed: Int, width: Int) {
            let width = isSpacePending ? width + 1 : width
            guard used + width <= columns else {
                isFull = true
                return
            }
            if isSpacePending { bytes.append(UInt8(ascii: " ")) }
            bytes.append(contentsOf: character)
            used += width
            taken = passed
            isSpacePending = false
            if used < columns { roomy = (bytes.count, passed) }
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
