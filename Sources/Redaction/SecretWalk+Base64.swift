internal import ByteCoding

extension SecretWalk {
    /// The shortest run of characters that is decoded: shorter ones hold no secret of a size that counts.
    private static let shortestRun = 12

    /// The least characters of the alphabets in such a run: its padding counts.
    static let shortestMembers = shortestRun - 2

    /// Looks into every run of base64 in a text, in either alphabet, on several lines perhaps.
    mutating func walkBase64(_ text: ArraySlice<UInt8>, _ map: TextMap, depth: Int) {
        guard depth < WalkContext.depth else { return }
        var position = 0
        while let range = Base64Alphabet.runs.first(of: SecretWalk.shortestMembers, in: text.span, from: position) {
            let run = Base64Run(range, in: text)
            position = run.end - text.startIndex
            guard run.characters.count >= SecretWalk.shortestRun else { continue }
            walkRun(run, map.part(at: run.start - text.startIndex), depth: depth)
        }
    }

    private mutating func walkRun(_ run: Base64Run, _ map: TextMap, depth: Int) {
        let decoded = Base64.decode(run.characters).bytes
        guard !decoded.isEmpty else { return }
        if let (copy, secrets) = copy(of: decoded[...], depth: depth) {
            if let copy { return hideEncoded(0..<run.end - run.start, map, run.encoded(copy), secrets) }
            inner += secrets
        }
        guard !context.ledger.isEmpty else { return }
        // A run that a letter or a slash stands before is base64 from a later character on.
        for skipped in 1...3 where run.characters.count - skipped >= SecretWalk.shortestRun {
            let decoded = Base64.decode(run.characters.dropFirst(skipped)).bytes
            let parts = context.knownParts(of: decoded[...])
            guard !parts.isEmpty else { continue }
            let copy = SecretWalk.applying(parts, to: decoded[...], context)
            let kept = Array(run.characters.prefix(skipped))
            return hideEncoded(0..<run.end - run.start, map, kept + run.encoded(copy), [])
        }
    }

    /// A copy of decoded bytes without secrets: nil for what is nothing that can be looked into and has no known value.
    private func copy(of decoded: ArraySlice<UInt8>, depth: Int) -> (bytes: [UInt8]?, secrets: [SecretSpan])? {
        if CodedBytes(recognising: decoded) != nil || SecretWalk.isText(decoded) && SecretWalk.isUnicode(decoded) {
            return SecretWalk.copy(of: decoded, context, depth: depth + 1, level: level)
        }
        var walk = SecretWalk(context, level: level)
        if decoded.count >= 32, walk.walkSignless(decoded, .identity, depth: depth + 1) {
            guard !walk.hidden.isEmpty else { return (nil, walk.inner) }
            return (SecretWalk.applying(walk.hidden, to: decoded, context), walk.inner)
        }
        let parts = context.knownParts(of: decoded)
        return parts.isEmpty ? nil : (SecretWalk.applying(parts, to: decoded, context), [])
    }

    /// Whether the first bytes are UTF-8, as those of a text are; what words decode to hardly ever is.
    private static func isUnicode(_ bytes: ArraySlice<UInt8>) -> Bool {
        // The cut may go through a character.
        let head = Array(bytes.prefix(256))
        return (0...3).contains { cut in
            cut <= head.count && String(validating: head.dropLast(cut), as: UTF8.self) != nil
        }
    }

    /// Looks into every part of a text that is percent-encoded, between the delimiters of URLs and forms.
    mutating func walkPercentEncoded(_ text: ArraySlice<UInt8>, _ map: TextMap, depth: Int) {
        let hasEscapes = ByteScan.first(UInt8(ascii: "%"), in: text.span, from: 0) != nil
        guard depth < WalkContext.depth, hasEscapes else { return }
        var start = text.startIndex
        var hasEscape = false
        for index in text.startIndex...text.endIndex {
            if index < text.endIndex, !SecretWalk.isDelimiter[Int(text[index])] {
                hasEscape = hasEscape || text[index] == UInt8(ascii: "%")
                continue
            }
            if hasEscape, index - start <= SecretWalk.longestComponent {
                let (bytes, offsets) = PercentEncoding.decodedWithOffsets(text[start..<index])
                if offsets.count - 1 < index - start {
                    let map = map.part(at: start - text.startIndex).percent(offsets)
                    walk(bytes[...], map, depth: depth + 1)
                }
            }
            start = index + 1
            hasEscape = false
        }
    }

    /// Far longer than a URL that servers take; a form's field of more is no text with secrets.
    private static let longestComponent = 1 << 20

    /// What never stands in a percent-encoded component as it is.
    private static let isDelimiter: [Bool] = (0..<256).map { byte in
        byte <= 0x20 || "\"<>&=?#/;,\\`{}|^".utf8.contains(UInt8(byte))
    }
}
