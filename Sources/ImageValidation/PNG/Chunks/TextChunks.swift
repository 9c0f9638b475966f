internal import ByteCoding

extension ChunkDescriptor {
    /// A text in Latin-1.
    ///
    /// PNG, 3rd edition, §11.3.3.2
    static let text = ChunkDescriptor(type: "tEXt", isOnce: false) { chunk, reading in
        guard let keyword = reading.keyword(of: chunk) else { return }
        let text = chunk.data.dropFirst(keyword.count + 1)
        reading.addLatin1(text, isCut: false, keyword, chunk)
    }

    /// A compressed text in Latin-1.
    ///
    /// PNG, 3rd edition, §11.3.3.3
    static let compressedText = ChunkDescriptor(type: "zTXt", isOnce: false) { chunk, reading in
        guard let keyword = reading.keyword(of: chunk) else { return }
        guard chunk.data.count > keyword.count + 1 else {
            reading.tell(.textShort, chunk, expected: "a compression method behind the keyword", found: "the end")
            return
        }
        let method = chunk.data.byte(keyword.count + 1)
        guard method == 0 else {
            reading.tell(
                .textMethod, chunk, at: keyword.count + 1, expected: "compression method 0", found: "\(method)")
            return
        }
        guard let text = reading.inflateText(chunk, from: keyword.count + 2) else { return }
        reading.addLatin1(text.bytes[...], isCut: text.isCut, keyword, chunk)
    }

    /// A text in UTF-8, compressed or not.
    ///
    /// PNG, 3rd edition, §11.3.3.4
    static let internationalText = ChunkDescriptor(type: "iTXt", isOnce: false) { chunk, reading in
        guard let keyword = reading.keyword(of: chunk) else { return }
        let rest = chunk.data.dropFirst(keyword.count + 1)
        let fields = rest.dropFirst(2).split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        guard rest.count >= 2, fields.count == 3 else {
            reading.tell(
                .textShort, chunk, expected: "two bytes, a language tag and a translated keyword behind the keyword",
                found: "the end of the chunk")
            return
        }
        let (flag, method) = (rest.byte(0), rest.byte(1))
        if flag > 1 {
            reading.tell(
                .textFlag, chunk, at: keyword.count + 1, expected: "a compression flag of 0 or 1", found: "\(flag)")
        }
        if method != 0 {
            reading.tell(
                flag == 0 ? .textMethodUnused : .textMethod, chunk, at: keyword.count + 2,
                expected: "compression method 0", found: "\(method)")
        }
        reading.checkLanguage(fields[0], of: chunk)
        reading.checkUTF8(fields[1], of: chunk, "translated keyword")
        if flag == 0 {
            reading.addUTF8(fields[2], isCut: false, keyword, chunk)
        } else if flag == 1, method == 0 {
            let offset = fields[2].startIndex - chunk.data.startIndex
            guard let text = reading.inflateText(chunk, from: offset) else { return }
            reading.addUTF8(text.bytes[...], isCut: text.isCut, keyword, chunk)
        }
    }
}

extension PNGReading {
    /// The keyword of a text, checked; nil where nothing can follow it.
    fileprivate mutating func keyword(of chunk: PNGChunk) -> ArraySlice<UInt8>? {
        let keyword = chunk.data.prefix { byte in byte != 0 }
        checkKeyword(keyword, of: chunk, prefix: "TXT")
        guard keyword.count < chunk.data.count else {
            tell(.textNul, chunk, expected: "a zero byte behind the keyword", found: "none")
            return nil
        }
        return keyword
    }

    /// What a compressed text says, where such are read.
    fileprivate mutating func inflateText(_ chunk: PNGChunk, from offset: Int) -> Inflated? {
        guard options.depth == .pixels else { return nil }
        return inflate(chunk, from: offset, limit: options.textLimit, prefix: "TXTZ")
    }

    /// Checks and keeps a text in Latin-1.
    fileprivate mutating func addLatin1(
        _ bytes: ArraySlice<UInt8>, isCut: Bool, _ keyword: ArraySlice<UInt8>, _ chunk: PNGChunk
    ) {
        checkNul(in: bytes, of: chunk)
        // What is meant for readers that expect UTF-8 is shown as that: mojibake helps nobody.
        let isASCII = bytes.allSatisfy { byte in byte < 0x80 }
        let decoded = isASCII ? nil : String(strictlyDecodingUTF8: bytes)
        if decoded != nil {
            tell(
                .textIsUTF8, chunk, expected: "Latin-1", found: "UTF-8",
                note: "readers that keep to the specification show other characters; iTXt holds UTF-8")
        }
        let text = decoded ?? String(decodingLatin1: bytes)
        checkControls(in: text, of: chunk)
        keep(text, isCut: isCut, keyword, chunk)
    }

    /// Checks and keeps a text in UTF-8.
    fileprivate mutating func addUTF8(
        _ bytes: ArraySlice<UInt8>, isCut: Bool, _ keyword: ArraySlice<UInt8>, _ chunk: PNGChunk
    ) {
        checkNul(in: bytes, of: chunk)
        if !isCut { checkUTF8(bytes, of: chunk, "text") }
        let text = String(decoding: bytes, as: UTF8.self)
        checkControls(in: text, of: chunk)
        keep(text, isCut: isCut, keyword, chunk)
    }

    private mutating func keep(_ text: String, isCut: Bool, _ keyword: ArraySlice<UInt8>, _ chunk: PNGChunk) {
        texts.append(
            ImageText(part: "\(chunk.type)", keyword: String(decodingLatin1: keyword), text: text, isCut: isCut))
    }

    private mutating func checkNul(in text: ArraySlice<UInt8>, of chunk: PNGChunk) {
        guard let index = text.firstIndex(of: 0) else { return }
        tell(
            .textNulInside, chunk, expected: "a text without zero bytes",
            found: "one at byte \(index - text.startIndex) of the text")
    }

    fileprivate mutating func checkUTF8(_ bytes: ArraySlice<UInt8>, of chunk: PNGChunk, _ name: String) {
        guard String(strictlyDecodingUTF8: bytes) == nil else { return }
        tell(.textUTF8, chunk, expected: "a \(name) in UTF-8", found: "bytes that are none")
    }

    /// Controls act on terminals; lines end by a line feed alone.
    private mutating func checkControls(in text: String, of chunk: PNGChunk) {
        var hasReturn = false
        for scalar in text.unicodeScalars {
            guard scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) else { continue }
            if scalar == "\r" { hasReturn = true }
            if scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == "\0" { continue }
            let number = String(scalar.value, radix: 16, uppercase: true)
            tell(
                .textControl, chunk, expected: "a text without control characters",
                found: "U+00\(number.utf8.count < 2 ? "0" : "")\(number)")
            break
        }
        if hasReturn { tell(.textReturn, chunk, expected: "lines that end by LF", found: "CR") }
    }

    /// A language tag is subtags of letters and digits with hyphens between them, the first of letters alone.
    ///
    /// RFC 5646 §2.1
    fileprivate mutating func checkLanguage(_ tag: ArraySlice<UInt8>, of chunk: PNGChunk) {
        guard !tag.isEmpty else { return }
        let subtags = tag.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        let isSound = subtags.enumerated().allSatisfy { index, subtag in
            (1...8).contains(subtag.count)
                && subtag.allSatisfy { byte in byte.isLetter || index > 0 && byte.isDigit }
        }
        guard !isSound else { return }
        tell(.textLanguage, chunk, expected: "a language tag", found: String(decodingLatin1: tag))
    }
}
