/// Looks for many values in a text at once.
///
/// The values are a trie. A bit for each pair of first bytes passes over nearly everything; elsewhere the trie is
/// followed for as long as the text agrees with some value, at most `deepest` bytes, so that no capture can make the
/// search cost more than that for each byte. A beginning of six bytes or more that an ellipsis follows is a value too: it
/// was cut in order to be quoted.
struct SecretSearch: Sendable {
    /// The shortest value that is looked for, in bytes.
    static let shortest = 6

    /// A longer value is found by its first so many bytes, and hidden for as long as the text agrees with it: half a
    /// secret is one too.
    static let deepest = 256

    /// What stands behind text that was cut to be quoted: `…`.
    private static let ellipsis: [UInt8] = [0xE2, 0x80, 0xA6]

    /// A value as it is looked for.
    private struct Needle: Sendable {
        var bytes: [UInt8]
        var mark: SecretLedger.Mark
    }

    /// A node of the trie: the value that ends here, or whose first bytes do, and one that goes through here.
    private struct Node: Sendable {
        var end: Needle?
        var passing: Needle
    }

    /// The node that an edge leads to: the node it leaves times 256, plus the byte.
    private var edges: [Int: Int] = [:]

    /// The nodes from 1; 0 is the root.
    private var nodes: [Node] = []

    /// Whether a value begins with these two bytes.
    private var pairs: [Bool] = []

    /// Prepares the search.
    init(_ entries: [(value: String, mark: SecretLedger.Mark)]) {
        for entry in entries {
            for spelling in SecretSearch.spellings(of: entry.value) where spelling.count >= SecretSearch.shortest {
                insert(Needle(bytes: spelling, mark: entry.mark))
            }
        }
    }

    /// The text with every value replaced; of several values that begin at one place, the longest.
    func replacing(in text: String, with shown: (SecretLedger.Mark) -> String) -> String {
        guard !pairs.isEmpty, text.utf8.count >= SecretSearch.shortest else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var copied = 0
        var at = 0
        while at + SecretSearch.shortest <= bytes.count {
            guard pairs[SecretSearch.pair(bytes[at], bytes[at + 1])], let found = needle(at: at, in: bytes) else {
                at += 1
                continue
            }
            result += bytes[copied..<at]
            result += shown(found.mark).utf8
            at += SecretSearch.agreement(of: found.bytes, with: bytes[at...])
            copied = at
        }
        guard copied > 0 else { return text }
        return String(decoding: result + bytes[copied...], as: UTF8.self)
    }

    /// Where a value first stands in a text.
    static func range(of value: String, in text: Substring) -> Range<String.Index>? {
        let needle = Array(value.utf8)
        guard let first = needle.first else { return nil }
        var rest = text.utf8[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: needle) { return start..<rest.index(start, offsetBy: needle.count) }
            rest = rest.dropFirst()
        }
        return nil
    }

    private mutating func insert(_ needle: Needle) {
        if pairs.isEmpty { pairs = Array(repeating: false, count: 1 << 16) }
        pairs[SecretSearch.pair(needle.bytes[0], needle.bytes[1])] = true
        var node = 0
        for byte in needle.bytes.prefix(SecretSearch.deepest) {
            let edge = node << 8 | Int(byte)
            if edges[edge] == nil {
                nodes.append(Node(passing: needle))
                edges[edge] = nodes.count
            }
            node = edges[edge] ?? 0
        }
        if nodes[node - 1].end == nil { nodes[node - 1].end = needle }
    }

    /// The longest value that stands at a place, or one whose beginning stands there before an ellipsis.
    private func needle(at start: Int, in bytes: [UInt8]) -> Needle? {
        var node = 0
        var longest: Needle?
        var depth = 0
        for byte in bytes[start...] {
            guard let next = edges[node << 8 | Int(byte)] else { break }
            node = next
            longest = nodes[node - 1].end ?? longest
            depth += 1
        }
        guard longest == nil, depth >= SecretSearch.shortest else { return longest }
        return bytes[(start + depth)...].starts(with: SecretSearch.ellipsis) ? nodes[node - 1].passing : nil
    }

    /// How many bytes of a value a text agrees with.
    private static func agreement(of needle: [UInt8], with text: ArraySlice<UInt8>) -> Int {
        zip(needle, text).prefix { pair in pair.0 == pair.1 }.count
    }

    /// The forms that a value takes in a text: itself, and percent-encoded as URLs have it.
    private static func spellings(of value: String) -> [[UInt8]] {
        let plain = Array(value.utf8)
        let encoded = plain.flatMap { byte -> [UInt8] in
            let scalar = Unicode.Scalar(byte)
            let isUnreserved =
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            guard !isUnreserved, !"-._~".unicodeScalars.contains(scalar) else { return [byte] }
            let digits = String(byte, radix: 16, uppercase: true)
            return Array(("%" + (digits.utf8.count == 1 ? "0" : "") + digits).utf8)
        }
        return plain == encoded ? [plain] : [plain, encoded]
    }

    private static func pair(_ first: UInt8, _ second: UInt8) -> Int {
        Int(first) << 8 | Int(second)
    }
}
