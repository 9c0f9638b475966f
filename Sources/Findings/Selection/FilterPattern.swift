internal import ByteCoding

/// A pattern for a whole text: `*` stands for any characters, `?` for one; the case of ASCII letters does not count.
package struct FilterPattern: Sendable {
    /// An element of a pattern.
    private enum Element: Sendable, Equatable {
        case any
        case one
        case byte(UInt8)
    }

    private let elements: [Element]

    /// A pattern as it is written.
    package init(_ text: String) {
        elements = text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "*"): .any
            case UInt8(ascii: "?"): .one
            default: .byte(byte.lowercasedASCII)
            }
        }
    }

    /// A pattern that takes one text alone.
    init(exactly text: String) {
        elements = text.utf8.map { byte in .byte(byte.lowercasedASCII) }
    }

    /// The pattern of a value: as it is written, or one text alone where it is quoted.
    init(_ piece: FilterScanner.Piece) {
        self = piece.isQuoted ? FilterPattern(exactly: piece.text) : FilterPattern(piece.text)
    }

    /// The pattern that takes every text that has a match of another one somewhere in it.
    var anywhere: FilterPattern { FilterPattern(elements: [.any] + elements + [.any]) }

    private init(elements: [Element]) {
        self.elements = elements
    }

    /// Whether a text fits.
    func matches(_ text: String) -> Bool {
        matches(text) { _ in false }
    }

    /// Whether a text fits, or a beginning of it that ends before one of some bytes.
    ///
    /// After a mismatch the last `*` takes one byte more: earlier ones need not be tried again.
    package func matches(_ text: String, endingBefore isEnd: (UInt8) -> Bool) -> Bool {
        let bytes = Array(text.utf8)
        var index = 0
        var element = 0
        var retry: (element: Int, index: Int)?
        while index < bytes.count {
            if element == elements.count, isEnd(bytes[index]) { return true }
            if element < elements.count, elements[element] == .any {
                retry = (element + 1, index)
                element += 1
            } else if element < elements.count, fits(elements[element], bytes[index]) {
                // A `?` takes a whole character.
                index += 1
                if elements[element] == .one {
                    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
                }
                element += 1
            } else if let last = retry {
                retry = (last.element, last.index + 1)
                element = last.element
                index = last.index + 1
            } else {
                return false
            }
        }
        return elements[element...].allSatisfy { element in element == .any }
    }

    private func fits(_ element: Element, _ byte: UInt8) -> Bool {
        element == .one || element == .byte(byte.lowercasedASCII)
    }
}
