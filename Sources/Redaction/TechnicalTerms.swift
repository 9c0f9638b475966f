internal import ByteCoding

/// Terms of the trade that have digits in them, as identifiers are made of: `decodeBase64Utf8String`, `sha256OfInt32`.
enum TechnicalTerms {
    /// Whether a run of digits in a word belongs to one of the terms.
    ///
    /// The letters before the digits are those from the last capital on, or all capitals that stand together; a term such
    /// as `i18n` goes on behind them.
    static func hold(_ digits: ArraySlice<UInt8>, in word: ArraySlice<UInt8>) -> Bool {
        let head = word[..<digits.startIndex]
        let number = String(decoding: digits, as: UTF8.self)
        guard digits.count <= longestNumber else { return false }
        let letters = head.suffix(longestWord + 1).reversed().prefix(while: \.isLetter)
        let capitals = letters.prefix(while: ByteClass.capital.contains).count
        let small = letters.prefix { byte in !ByteClass.capital.contains(byte) }.count
        // `UTF8` has its letters in capitals; of `inUTF8` only those count, of `useBase64` the last four.
        let length = capitals > 0 ? capitals : min(letters.count, small + 1)
        let term = String(decoding: letters.prefix(length).reversed().map(\.lowercasedASCII), as: UTF8.self)
        return names[term]?.contains(number) ?? false || goesOn(term, number, behind: word[digits.endIndex...])
            || ends(number, behind: head)
    }

    /// Whether a number ends a term that has another one in it: `secp256k1`.
    private static func ends(_ number: String, behind head: ArraySlice<UInt8>) -> Bool {
        number == "1"
            && ["secp256k", "secp256r"].contains { term in
                head.suffix(term.utf8.count).map(\.lowercasedASCII).elementsEqual(term.utf8)
            }
    }

    private static func goesOn(_ head: String, _ number: String, behind rest: ArraySlice<UInt8>) -> Bool {
        guard let letters = tails[head + number], let letter = rest.first,
            letters.utf8.contains(letter.lowercasedASCII)
        else { return false }
        // The next letter begins another word, or there is none.
        return rest.dropFirst().first.map { byte in !byte.isLetter || ByteClass.capital.contains(byte) } ?? true
    }

    private static let longestNumber = 5
    private static let longestWord = 8

    /// The words of the terms, and the numbers behind each; no single letter with a single digit, as keys have many.
    private static let names: [String: Set<String>] = [
        "base": ["16", "32", "36", "58", "62", "64", "85"], "ascii": ["85"], "utf": ["7", "8", "16", "32"],
        "ucs": ["2", "4"], "latin": ["1"], "iso": ["8601", "8859"], "sha": ["1", "2", "3", "224", "256", "384", "512"],
        "md": ["4", "5"], "crc": ["8", "16", "32", "64"], "adler": ["32"], "hmac": ["256"],
        "hmacsha": ["1", "256", "384", "512"],
        "aes": ["128", "192", "256"],
        "ed": ["448", "25519"], "rs": ["256"], "hs": ["256"], "es": ["256"], "int": ["8", "16", "32", "64", "128"],
        "uint": ["8", "16", "32", "64", "128"], "float": ["16", "32", "64"], "bf": ["16"], "fp": ["8", "16", "32"],
        "vec": ["2", "3", "4"], "vector": ["2", "3", "4"], "mat": ["2", "3", "4"], "matrix": ["3", "4"],
        "atan": ["2"], "log": ["2", "10"], "ipv": ["4", "6"], "inet": ["4", "6"], "win": ["32", "64"],
        "x": ["64", "86", "509", "25519"], "curve": ["25519"], "chacha": ["20"], "cha": ["20"], "poly": ["1305"],
        "ripemd": ["160"], "keccak": ["256"], "blake": ["2", "3"], "arm": ["64"], "amd": ["64"],
        "http": ["1", "2", "3"], "h": ["264", "265"],
        "oauth": ["1", "2"], "pkcs": ["1", "7", "8", "12"], "uuid": ["1", "4", "5", "7"], "mp": ["3", "4"],
    ]

    /// The letters of which one stands behind the number in terms that go on.
    private static let tails = [
        "i18": "n", "l10": "n", "a11": "y", "k8": "s", "secp256": "kr", "n8": "n", "blake2": "bs",
    ]
}
