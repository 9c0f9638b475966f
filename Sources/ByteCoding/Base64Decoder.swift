/// The decoding of one text: whole groups of four characters in a tight loop, all else one character at a time.
struct Base64Decoder {
    /// Where in a padded text the next character stands.
    private enum Place {
        /// Among the characters of the alphabet.
        case content
        /// Inside padding that still lacks one `=`: a group of two characters takes two.
        case padding
        /// Behind complete padding.
        case end
    }

    /// The decoded bytes, followed by room for what the text may still bring.
    private var output: [UInt8]

    /// How many bytes of `output` are decoded.
    private var outputCount = 0

    /// The characters of the group under way, six bits each, the last one lowest.
    private var group: UInt32 = 0

    /// How many characters the group has, at most three between two steps.
    private var groupCount = 0

    /// The offset of the group's last character.
    private var groupEnd = 0

    private var place = Place.content

    /// The first flaw of each kind.
    private var flaws: [Base64Flaw] = []

    /// Room for a text of the given length.
    private init(characters: Int) {
        output = [UInt8](repeating: 0, count: characters / 4 * 3 + 3)
    }

    /// Decodes a whole text.
    static func decode(_ text: Span<UInt8>) -> Base64Decoding {
        var decoder = Base64Decoder(characters: text.count)
        let charactersRead = decoder.read(text)
        if charactersRead == text.count {
            decoder.end(at: text.count)
        } else {
            decoder.note(.strayCharacter(text[charactersRead]), at: charactersRead)
            decoder.writeGroup()
        }
        decoder.output.removeLast(decoder.output.count - decoder.outputCount)
        decoder.flaws.sort { $0.offset < $1.offset }
        return Base64Decoding(bytes: decoder.output, flaws: decoder.flaws, charactersRead: charactersRead)
    }

    /// Reads up to the end or the first stray character, and returns its offset.
    private mutating func read(_ text: Span<UInt8>) -> Int {
        var index = 0
        while true {
            if groupCount == 0, place == .content { index = readGroups(text, from: index) }
            guard index < text.count, take(text[index], at: index) else { return index }
            index += 1
        }
    }

    /// Decodes whole groups of either alphabet, and returns the index behind the last one.
    private mutating func readGroups(_ text: Span<UInt8>, from start: Int) -> Int {
        let table = Base64Alphabet.entries
        // Of known length, so that no index made of a byte needs a check.
        let entries = table.span.extracting(0..<256)
        var marks: UInt32 = 0
        var index = start
        var written = outputCount
        var bytes = output.mutableSpan
        while text.count - index >= 4, bytes.count - written >= 3 {
            let group = text.extracting(index..<index + 4)
            let first = entries[Int(group[0])]
            let second = entries[Int(group[1])]
            let third = entries[Int(group[2])]
            let fourth = entries[Int(group[3])]
            let all = first | second | third | fourth
            guard all & Base64Alphabet.stranger == 0 else { break }
            marks |= all
            let value = first << 18 | second << 12 | third << 6 | fourth
            bytes[written] = UInt8(truncatingIfNeeded: value >> 16)
            bytes[written + 1] = UInt8(truncatingIfNeeded: value >> 8)
            bytes[written + 2] = UInt8(truncatingIfNeeded: value)
            index += 4
            written += 3
        }
        outputCount = written
        if marks & Base64Alphabet.urlSafe != 0 { noteURLSafeAlphabet(text.extracting(start..<index), at: start) }
        return index
    }

    /// Takes one character; false when it is a stray one, which is not taken.
    private mutating func take(_ byte: UInt8, at offset: Int) -> Bool {
        let entry = Base64Alphabet.entries[Int(byte)]
        if entry & Base64Alphabet.stranger == 0 {
            takeContent(entry, at: offset)
        } else if byte == UInt8(ascii: "=") {
            return takePadding(at: offset)
        } else if Base64Alphabet.isWhiteSpace(byte) {
            note(.whiteSpace, at: offset)
        } else {
            return false
        }
        return true
    }

    /// Takes a character of either alphabet.
    private mutating func takeContent(_ entry: UInt32, at offset: Int) {
        if place == .padding { note(.missingPadding, at: offset) }
        if place != .content { note(.contentAfterPadding, at: offset) }
        if entry & Base64Alphabet.urlSafe != 0 { note(.urlSafeAlphabet, at: offset) }
        place = .content
        group = group << 6 | entry & 0x3F
        groupCount += 1
        groupEnd = offset
        if groupCount == 4 { writeGroup() }
    }

    /// Takes an `=`; false when none can stand there.
    private mutating func takePadding(at offset: Int) -> Bool {
        switch (place, groupCount) {
        case (.content, 2):
            endGroup()
            place = .padding
        case (.content, 3):
            endGroup()
            place = .end
        case (.padding, _): place = .end
        case (.end, _): note(.contentAfterPadding, at: offset)
        default: return false
        }
        return true
    }

    /// Ends the text.
    private mutating func end(at offset: Int) {
        if groupCount == 1 {
            note(.truncated, at: groupEnd)
        } else if groupCount > 1 || place == .padding {
            note(.missingPadding, at: offset)
        }
        endGroup()
    }

    /// Writes the bytes of a last group of two or three characters, whose last bits belong to no byte.
    private mutating func endGroup() {
        let tail: UInt32 = groupCount == 2 ? 0xF : 0x3
        if groupCount > 1, group & tail != 0 { note(.nonZeroTailBits, at: groupEnd) }
        writeGroup()
    }

    /// Writes the whole bytes of the group and begins the next one.
    private mutating func writeGroup() {
        var bits = groupCount * 6
        while bits >= 8, outputCount < output.count {
            bits -= 8
            output[outputCount] = UInt8(truncatingIfNeeded: group >> UInt32(bits))
            outputCount += 1
        }
        group = 0
        groupCount = 0
    }

    /// Notes a flaw unless one of its kind was noted: there are few kinds, so the list stays short.
    private mutating func note(_ kind: Base64Flaw.Kind, at offset: Int) {
        guard !flaws.contains(where: { $0.kind == kind }) else { return }
        flaws.append(Base64Flaw(kind: kind, offset: offset))
    }

    /// Notes the first character of the URL-safe alphabet, sought only when there is one and none was noted.
    private mutating func noteURLSafeAlphabet(_ characters: Span<UInt8>, at start: Int) {
        guard !flaws.contains(where: { $0.kind == .urlSafeAlphabet }) else { return }
        for index in characters.indices
        where Base64Alphabet.entries[Int(characters[index])] & Base64Alphabet.urlSafe != 0 {
            note(.urlSafeAlphabet, at: start + index)
            return
        }
    }
}
