internal import ByteCoding

/// What names a person or a machine in a text: e-mail addresses, and where it is asked for, home folders and addresses
/// in networks.
enum PersonalData {
    /// Finds it in a text, in the order of the kinds.
    ///
    /// - Parameters:
    ///   - text: the text; ranges count from its first byte.
    ///   - isFull: whether home folders and addresses in networks count too.
    /// - Returns: what was found.
    static func spans(in text: ArraySlice<UInt8>, isFull: Bool) -> [SecretSpan] {
        var found: [SecretSpan] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            var range: Range<Int>?
            var kind = Secret.Kind.email
            if byte == UInt8(ascii: "@") {
                range = address(around: index, in: text)
            } else if isFull, byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") {
                range = user(behind: index, in: text)
                kind = .home
            } else if isFull, byte.isDigit {
                let number = text[index...].prefix { byte in byte.isDigit || byte == UInt8(ascii: ".") }
                if isNetworkAddress(number, in: text) { range = number.indices }
                kind = .address
                index = number.endIndex - 1
            }
            index += 1
            guard let range else { continue }
            found.append(SecretSpan(kind, text[range]).shifted(by: -text.startIndex))
            index = range.upperBound
        }
        return found
    }

    // MARK: E-mail

    private static let localPart: [Bool] = (0..<256).map { byte in
        let byte = UInt8(byte)
        return byte.isLetter || byte.isDigit || "._+-".utf8.contains(byte)
    }

    /// The address around an `@`; nil where none is, or where it is nobody's.
    ///
    /// RFC 5321 §4.1.2
    private static func address(around at: Int, in text: ArraySlice<UInt8>) -> Range<Int>? {
        var start = at
        while start > text.startIndex, at - start < 64, localPart[Int(text[start - 1])] { start -= 1 }
        while start < at, !text[start].isLetter, !text[start].isDigit { start += 1 }
        let host = text[(at + 1)...].prefix(254).prefix { byte in
            byte.isLetter || byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        }
        let labels = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        // A full stop behind the address is none of it.
        let named = labels.last?.isEmpty == true ? labels.dropLast() : labels[...]
        guard start < at, named.count >= 2, let last = named.last, last.count >= 2, last.allSatisfy(\.isLetter),
            named.allSatisfy({ label in !label.isEmpty }),
            !fileEndings.contains(String(decoding: last, as: UTF8.self).lowercased()),
            !nobody.contains(String(decoding: text[start..<at], as: UTF8.self).lowercased())
        else { return nil }
        // The password of a URL stands before an `@` too, and is another matter.
        return start..<last.endIndex
    }

    /// What the names of files end with that have an `@` in them, or before them: `icon@2x.png`, `token@file.txt`.
    private static let fileEndings: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "svg", "js", "mjs", "cjs", "css", "ts", "json", "md", "html", "woff",
        "tgz", "txt", "csv", "xml", "yaml", "yml", "log", "pem", "crt", "key", "bin", "toml", "ini", "pdf",
    ]

    /// Names of no person.
    private static let nobody: Set<String> = [
        "git", "noreply", "no-reply", "donotreply", "do-not-reply", "mailer-daemon",
    ]

    // MARK: Homes and addresses

    private static let homes = ["/home/", "/Users/", "\\Users\\", "\\\\Users\\\\"].map { home in Array(home.utf8) }

    /// The user whose home folder a path leads through, if one begins at an index.
    private static func user(behind index: Int, in text: ArraySlice<UInt8>) -> Range<Int>? {
        for home in homes where text[index...].starts(with: home) {
            let start = index + home.count
            let name = text[start...].prefix(64).prefix { byte in localPart[Int(byte)] }
            return name.isEmpty ? nil : name.indices
        }
        return nil
    }

    /// Whether a run of digits and dots is an address that is not everybody's own.
    private static func isNetworkAddress(_ number: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Bool {
        let parts = number.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).map { part in
            part.count <= 3 ? Int(String(decoding: part, as: UTF8.self)) : nil
        }
        guard parts.count == 4, parts.allSatisfy({ part in part.map { part in part < 256 } ?? false }),
            parts[0] != 0, parts[0] != 127
        else { return false }
        let before = number.startIndex > text.startIndex ? text[number.startIndex - 1] : UInt8(ascii: " ")
        return !before.isLetter && !"-_/.".utf8.contains(before) || before == UInt8(ascii: "/")
    }
}
