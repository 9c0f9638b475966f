internal import CScan

/// The decoding of one text that may come in pieces: whole groups of four characters and line ends between them in a
/// kernel, all else one character at a time.
///
/// Give it the characters in order, in one call or in many, and then finish it; how they are cut makes no difference. See
/// `Base64.decode(_:)` for what is passed over and what stops it. It cannot be copied: a second owner of its bytes would
/// cost a copy of them.
///
/// RFC 4648 §4, §5
public struct Base64Decoder: ~Copyable, Sendable {
    /// Where in a padded text the next character stands.
    private enum Place {
        /// Among the characters of the alphabet.
        case content
        /// Inside padding that still lacks one `=`: a group of two characters takes two.
        case padding
        /// Behind complete padding.
        case end
    }

    /// The decoded bytes, followed by room for more.
    private var output: [UInt8] = []

    /// How many bytes of `output` are decoded.
    private var outputCount = 0

    /// How many characters were read, and where the one that stopped the decoding stands.
    private var charactersRead = 0

    /// Whether a stray character stopped the decoding.
    private var isStopped = false

    /// The characters of the group under way, six bits each, the last one lowest.
    private var group: UInt32 = 0

    /// How many characters the group has, at most three between two steps.
    private var groupCount = 0

    /// The offset of the group's last character.
    private var groupEnd = 0

    private var place = Place.content

    /// The first flaw of each kind.
    private var flaws: [Base64Flaw] = []

    /// The most room that is made at once: it is filled with zeros, which costs little while the next bytes of the text
    /// are written over them before they leave the nearest cache.
    private static let largestRoom = 16_384

    /// Room behind the last byte, in which the kernel may write a whole vector.
    private static let spareRoom = 32

    /// A decoder at the start of a text.
    public init() {}

    /// Reads the next characters; those behind a stray one are not looked at.
    public mutating func append(_ text: Span<UInt8>) {
        guard !isStopped else { return }
        reserve(outputCount + text.count / 4 * 3 + 2 * Self.spareRoom)
        var index = 0
        while true {
            if groupCount == 0, place == .content { index = readGroups(text, from: index) }
            guard index < text.count else { break }
            guard take(text[index], at: charactersRead + index) else {
                note(.strayCharacter(text[index]), at: charactersRead + index)
                isStopped = true
                break
            }
            index += 1
        }
        charactersRead += index
    }

    /// Reads the next characters; those behind a stray one are not looked at.
    public mutating func append(_ text: ArraySlice<UInt8>) { append(text.span) }

    /// Ends the text, and hands out what it decodes to.
    public consuming func finish() -> Base64Decoding {
        if isStopped { writeGroup() } else { end(at: charactersRead) }
        // The bytes leave their property before they are cut, or the cut would copy them.
        var bytes: [UInt8] = []
        swap(&bytes, &output)
        bytes.removeLast(bytes.count - outputCount)
        flaws.sort { $0.offset < $1.offset }
        return Base64Decoding(bytes: bytes, flaws: flaws, charactersRead: charactersRead)
    }

    /// Reserves room for a count of bytes: twice what there is when that is not enough, so that pieces do not copy all
    /// before them each time.
    private mutating func reserve(_ count: Int) {
        guard count > output.capacity else { return }
        output.reserveCapacity(output.isEmpty ? count : max(count, 2 * output.capacity))
    }

    /// Decodes whole groups of either alphabet, and returns the index behind the last one.
    private mutating func readGroups(_ text: Span<UInt8>, from start: Int) -> Int {
        var index = start
        while text.count - index >= 4 {
            makeRoom(for: min((text.count - index) / 4 * 3 + Self.spareRoom, Self.largestRoom))
            let filled = outputCount
            var room = output.mutableSpan
            let run = cscan_base64_groups(text, index, &room, filled)
            if run.hasURLSafeCharacters {
                noteURLSafeAlphabet(text.extracting(index..<index + run.charactersRead), at: charactersRead + index)
            }
            if run.firstLineEnd < text.count { note(.whiteSpace, at: charactersRead + run.firstLineEnd) }
            outputCount += run.bytesWritten
            index += run.charactersRead
            // Where room was left, another character stands in the next group.
            if output.count - outputCount >= 3 { break }
        }
        return index
    }

    /// Makes room for bytes behind those that are decoded, three at least, unless half as much is left of what was made
    /// before.
    private mutating func makeRoom(for count: Int) {
        let left = output.count - outputCount
        guard left < max(count / 2, 3) else { return }
        output.append(addingCapacity: count - left) { room in room.append(repeating: 0, count: count - left) }
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
        if bits >= 8 { makeRoom(for: 3) }
        while bits >= 8 {
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
