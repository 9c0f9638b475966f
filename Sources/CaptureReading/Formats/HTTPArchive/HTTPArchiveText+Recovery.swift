internal import ByteCoding
internal import ContentDecoding
internal import JSONReading

/// Bytes that were no text, and that a recorder wrote as text without losing any.
extension HTTPArchiveText {
    /// The body of such bytes; nil for what is text.
    static func recoveredBody(of value: JSONValue, at place: Place, warnings: [BodyWarning]) -> Body? {
        if value.hasLoneSurrogates, let bytes = surrogateEscaped(value.escapedContent) {
            return Body(
                bytes: bytes[...], encoded: value.rawBytes, layers: [], wrapping: [.surrogateEscape], place: place,
                warnings: warnings + [.mangledText])
        }
        guard mayBeBinary(value.escapedContent), let text = value.string, let bytes = latin1(text) else { return nil }
        return Body(
            bytes: bytes[...], encoded: Array(text.utf8)[...], layers: [BodyLayer(rawValue: Latin1().name)],
            place: place, warnings: warnings + [.mangledText])
    }

    /// Whether text shows that bytes are lost which a recorder read as text: for each there is a U+FFFD.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - isSent: whether it was sent, and so read by a recorder alone; in text that was received a U+FFFD may be
    ///     the server's, and only one among controls tells.
    /// - Returns: whether it shows that.
    static func isLossy(_ bytes: ArraySlice<UInt8>, isSent: Bool) -> Bool {
        let text = bytes.span
        var position = 0
        while let found = ByteScan.first(0xEF, in: text, from: position) {
            if found + 2 < text.count, text[found + 1] == 0xBF, text[found + 2] == 0xBD {
                return isSent || hasControls(bytes.prefix(headSize))
            }
            position = found + 1
        }
        return false
    }

    /// How many bytes of content tell whether it is binary.
    private static let headSize = 512

    private static func hasControls(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.contains { byte in byte < 0x20 && !byte.isWhiteSpace && byte != 0x0C && byte != 0x1B }
    }

    // MARK: Surrogates

    /// The bytes of the content of a string in which Python has written those that are no UTF-8 as lone surrogates
    /// U+DC80 to U+DCFF, as mitmproxy does; nil where there is none of them.
    ///
    /// PEP 383
    private static func surrogateEscaped(_ content: ArraySlice<UInt8>) -> [UInt8]? {
        let text = content.span
        var bytes: [UInt8] = []
        var isRecovered = false
        var position = 0
        while position < text.count {
            guard text[position] == UInt8(ascii: "\\"), position + 1 < text.count else {
                bytes.append(text[position])
                position += 1
                continue
            }
            guard let unit = EscapeSequence.unit(in: text, at: position) else {
                bytes.append(EscapeSequence.character(of: text[position + 1]) ?? text[position + 1])
                position += 2
                continue
            }
            position += 6
            if UTF16.isLeadSurrogate(unit), let trail = EscapeSequence.unit(in: text, at: position),
                UTF16.isTrailSurrogate(trail)
            {
                bytes += Array(String(decoding: [unit, trail], as: UTF16.self).utf8)
                position += 6
            } else if 0xDC80...0xDCFF ~= unit {
                bytes.append(UInt8(unit & 0xFF))
                isRecovered = true
            } else {
                bytes += Array(String(decoding: [unit], as: UTF16.self).utf8)
            }
        }
        return isRecovered ? bytes : nil
    }

    // MARK: Latin-1

    /// The bytes of a text whose characters are those of ISO 8859-1, where they begin as a compressed or binary file.
    private static func latin1(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            guard let byte = UInt8(exactly: scalar.value) else { return nil }
            bytes.append(byte)
        }
        let head = bytes.prefix(headSize)
        let isFile =
            CodingCatalog.coding(claiming: head) != nil || ContentSign(head).isMedia
            || head.starts(with: [0x50, 0x4B, 0x03, 0x04])
        // Some of the signs are letters, with which a text may begin as well.
        return isFile && (hasControls(head) || head.first.map { byte in byte >= 0x80 } == true) ? bytes : nil
    }

    /// Whether the content of a string may begin with the sign of a file, told by its first bytes.
    private static func mayBeBinary(_ content: ArraySlice<UInt8>) -> Bool {
        ["\\u00", "\u{89}", "\u{FF}", "(", "\u{1F}", "GIF8", "RIFF", "%PDF", "OggS", "ID3", "PK"].contains { sign in
            content.starts(with: sign.utf8)
        }
    }
}

extension JSONValue {
    /// The bytes between the quotes of a string, escapes and all.
    fileprivate var escapedContent: ArraySlice<UInt8> {
        let raw = rawBytes
        return raw.dropFirst(contentRange.lowerBound - byteRange.lowerBound).prefix(contentRange.count)
    }
}

extension BodyLayer {
    /// Bytes that are no UTF-8 written as lone surrogates. PEP 383
    static let surrogateEscape = BodyLayer(rawValue: "surrogateescape")
}
