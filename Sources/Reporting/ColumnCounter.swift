/// Counts the columns that characters take on a terminal, one after the other.
///
/// Ideographs and emoji take two, marks and joiners none. An emoji that is made of several characters counts once.
///
/// Unicode Standard Annex #11, Unicode Technical Standard #51
struct ColumnCounter {
    /// The columns so far.
    private(set) var columns = 0

    private var previous: Unicode.Scalar = " "
    private var previousWidth = 1

    /// Counts one more character.
    mutating func append(_ scalar: Unicode.Scalar) {
        if 0x20..<0x7F ~= scalar.value {
            columns += 1
            previousWidth = 1
        } else {
            previousWidth = width(of: scalar)
            columns += previousWidth
        }
        previous = scalar
    }

    /// The columns that a character adds behind the one before it.
    private func width(of scalar: Unicode.Scalar) -> Int {
        if scalar.value == ColumnCounter.emojiSelector {
            return previousWidth == 1 && previous.properties.isEmoji && !previous.isASCII ? 1 : 0
        }
        let continues =
            previous.value == ColumnCounter.zeroWidthJoiner
            || scalar.properties.isEmojiModifier && previous.properties.isEmojiModifierBase
        if continues { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        // The middle and final letters of a Hangul syllable stand in the columns of its first.
        if 0x1160...0x11FF ~= scalar.value || 0xD7B0...0xD7FF ~= scalar.value { return 0 }
        return ColumnCounter.isWide(scalar) ? 2 : 1
    }

    private static let zeroWidthJoiner: UInt32 = 0x200D
    private static let emojiSelector: UInt32 = 0xFE0F

    /// Regional indicators: two of them make a flag of two columns.
    private static let regionalIndicators: ClosedRange<UInt32> = 0x1_F1E6...0x1_F1FF

    /// Whether a character takes two columns.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        let point = scalar.value
        guard point >= 0x1100, !regionalIndicators.contains(point) else { return false }
        var low = 0
        var high = wide.count
        while low < high {
            let middle = (low + high) / 2
            if wide[middle].upperBound < point { low = middle + 1 } else { high = middle }
        }
        return low < wide.count && wide[low].contains(point) || scalar.properties.isEmojiPresentation
    }

    /// The characters of East Asian width W or F that are no emoji, ascending; what is not assigned between them
    /// included.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0x3247,
        0x3250...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
        0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1_6FE0...0x1_B2FB, 0x1_D300...0x1_D376, 0x1_F200...0x1_F265,
        0x2_0000...0x3_FFFD,
    ]
}
