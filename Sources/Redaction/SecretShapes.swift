internal import ByteCoding

/// The known shapes of keys and tokens: data, and the search for them in one pass.
///
/// A shape counts where a word begins; behind `\n`, `\u003d` and `%3D` one does too.
enum SecretShapes {
    /// Finds what has a known shape in a text, in order.
    static func spans(in text: ArraySlice<UInt8>) -> [SecretSpan] {
        var found: [SecretSpan] = []
        let bytes = text.span
        var position = 0
        while let first = beginnings.first(in: bytes, from: position) {
            position = first + 1
            guard beginsWord(at: first, in: bytes), let (kind, range) = match(at: first, in: bytes) else { continue }
            let start = text.startIndex
            let value = text[start + range.lowerBound..<start + range.upperBound]
            found.append(
                SecretSpan(
                    kind: kind, value: String(decoding: value, as: UTF8.self), range: range, name: nil,
                    hasOrdinaryName: false))
            position = range.upperBound
        }
        return found
    }

    /// Whether a text may hold a shape: false for most words, at little cost.
    static func mayBegin(in text: Span<UInt8>) -> Bool { beginnings.first(in: text, from: 0) != nil }

    /// What keys of a known shape begin with, if a value begins with it.
    static func beginning(of value: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard let first = value.first else { return nil }
        let shape = shapes[Int(first)].first { shape in !shape.isLead && value.starts(with: shape.beginning) }
        return shape.map { shape in value.prefix(shape.beginning.count) }
    }

    /// Where a shape or a private key may begin.
    private static let beginnings = ByteSieve(
        beginnings: all.map { shape in String(decoding: shape.beginning, as: UTF8.self) } + ["-----"])

    /// Whether a word begins at an index: behind a letter, a digit or an underscore none does, unless an escape ends there.
    private static func beginsWord(at index: Int, in text: Span<UInt8>) -> Bool {
        index == 0 || !ByteClass.alphanumeric.union(.underscore).contains(text[index - 1])
            || followsEscape(at: index, in: text)
    }

    /// The first shape in the list that a text has at an index.
    private static func match(at start: Int, in text: Span<UInt8>) -> (Secret.Kind, Range<Int>)? {
        if let range = privateKey(at: start, in: text) { return (.key, range) }
        for shape in shapes[Int(text[start])] {
            if let range = shape.range(at: start, in: text) { return (shape.kind, range) }
        }
        return nil
    }

    /// Whether an escape may end before an index.
    private static func followsEscape(at index: Int, in text: Span<UInt8>) -> Bool {
        if index >= 2, text[index - 2] == UInt8(ascii: "\\"), "nrt".utf8.contains(text[index - 1]) { return true }
        if index >= 3, text[index - 3] == UInt8(ascii: "%"), PercentEncoding.byte(at: index - 3, in: text) != nil {
            return true
        }
        return index >= 6 && text[index - 6] == UInt8(ascii: "\\") && text[index - 5] == UInt8(ascii: "u")
    }

    /// A private key between its marks, or as far as it goes where the end is cut.
    ///
    /// RFC 7468 §10
    private static func privateKey(at start: Int, in text: Span<UInt8>) -> Range<Int>? {
        guard text[start] == UInt8(ascii: "-"), has(pemBegin, at: start, in: text) else { return nil }
        let limit = min(text.count, start + longestPrivateKey)
        let label = min(limit, start + 64)
        guard (start..<label).contains(where: { index in has(pemLabel, at: index, in: text) }) else { return nil }
        for index in start + pemBegin.count..<limit
        where text[index] == UInt8(ascii: "-") && has(pemEnd, at: index, in: text) {
            var end = index + pemEnd.count
            while end < limit, text[end] != UInt8(ascii: "-") { end += 1 }
            while end < limit, text[end] == UInt8(ascii: "-") { end += 1 }
            return start..<end
        }
        return start..<limit
    }

    private static func has(_ word: [UInt8], at start: Int, in text: Span<UInt8>) -> Bool {
        guard text.count - start >= word.count else { return false }
        for offset in 0..<word.count where text[start + offset] != word[offset] { return false }
        return true
    }

    private static let pemBegin = Array("-----BEGIN ".utf8)
    private static let pemLabel = Array("PRIVATE KEY-----".utf8)
    private static let pemEnd = Array("-----END ".utf8)

    /// Far more than a key of 16,384 bits takes.
    private static let longestPrivateKey = 32_768

    /// The shapes by their first byte.
    private static let shapes: [[SecretShape]] = {
        var lists = Array(repeating: [SecretShape](), count: 256)
        for shape in all { lists[Int(shape.beginning[0])].append(shape) }
        return lists
    }()
}

extension SecretShapes {
    /// The shapes; of two that begin alike the stricter one comes first.
    private static let all: [SecretShape] =
        [
            // APIs of language models.
            SecretShape("AIza", .urlSafe, 30),
            SecretShape("sk-ant-", .urlSafe, 16),
            SecretShape("sk-", .urlSafe, 12, .issued),
            SecretShape("xai-", .alphanumeric, 40, .mixed),
            SecretShape("gsk_", .alphanumeric, 30, .mixed),
            SecretShape("hf_", .alphanumeric, 30),
            SecretShape("r8_", .alphanumeric, 30, .mixed),
            SecretShape("pplx-", .alphanumeric, 32, .mixed),
            SecretShape("fw_", .alphanumeric, 20, .mixed),
            SecretShape("nvapi-", .urlSafe, 40, .mixed),
            SecretShape("lsv2_pt_", [.hexadecimal, .underscore], 30),
            SecretShape("lsv2_sk_", [.hexadecimal, .underscore], 30),
            SecretShape("AQ.Ab8", .urlSafe, 30),
            // Clouds.
            SecretShape("AKIA", [.digit, .capital], 16, most: 16),
            SecretShape("ASIA", [.digit, .capital], 16, most: 16),
            SecretShape("ABSK", .base64, 60, .mixed),
            SecretShape("IQoJb3JpZ2lu", .base64, 60, kind: .token),
            SecretShape("FwoGZXIvYXdz", .base64, 60, kind: .token),
            SecretShape("ya29.", [.urlSafe, .dot], 20, kind: .token),
            SecretShape("1//0", .urlSafe, 30, .mixed, kind: .token),
            SecretShape("GOCSPX-", .urlSafe, 20, kind: .password),
            // Services that tools of models call.
            SecretShape("github_pat_", [.alphanumeric, .underscore], 40, kind: .token),
            SecretShape("glpat-", .urlSafe, 20, kind: .token),
            SecretShape("hooks.slack.com/services/", [.alphanumeric, .base64Marks], 20),
            SecretShape("sk_live_", .alphanumeric, 16), SecretShape("sk_test_", .alphanumeric, 16),
            SecretShape("rk_live_", .alphanumeric, 16), SecretShape("whsec_", .base64, 24),
            SecretShape("SG.", [.urlSafe, .dot], 40),
            SecretShape("SK", .hexadecimal, 32, most: 32),
            SecretShape("npm_", .alphanumeric, 30, kind: .token),
            SecretShape("pypi-", .urlSafe, 50, kind: .token),
            SecretShape("dckr_pat_", .urlSafe, 20, kind: .token),
            // Sessions.
            SecretShape("eyJ", [.urlSafe, .dot], 24, .dotted, kind: .token),
            SecretShape("eyI", [.urlSafe, .dot], 24, .dotted, kind: .token),
            SecretShape("s%3A", [.token68, .percent], 40, .mixed, kind: .cookie),
            SecretShape("s:", [.token68], 60, .mixed, kind: .cookie),
            SecretShape("Bearer ", .token68, 16, .mixed, kind: .token, isLead: true),
            SecretShape("bearer ", .token68, 16, .mixed, kind: .token, isLead: true),
            SecretShape("Basic ", .base64, 12, .mixed, kind: .token, isLead: true),
        ]
        + ["ghp_", "gho_", "ghs_", "ghu_", "ghr_"].map { beginning in
            SecretShape(beginning, .alphanumeric, 30, kind: .token)
        }
        + ["xoxa-", "xoxb-", "xoxp-", "xoxr-", "xoxs-", "xapp-"].map { beginning in
            SecretShape(beginning, [.alphanumeric, .hyphen], 20, .mixed, kind: .token)
        }
}
