/// A form that keys and tokens of a service have: what they begin with, what they are made of, and how long they are.
struct SecretShape: Sendable {
    /// What has to be true of the characters behind the beginning, for beginnings that words have too.
    enum Demand: Sendable {
        /// Nothing.
        case none

        /// A digit and a letter.
        case mixed

        /// A digit, a capital letter, or two hyphens: `sk-walk-to-perth` is a key, `sk-fading-circle` a style.
        case issued

        /// Two dots or more, as a JSON Web Token has. RFC 7515 §3.1
        case dotted
    }

    /// What it begins with.
    let beginning: [UInt8]

    /// What follows is made of.
    let alphabet: ByteClass

    /// How many such characters there are at least.
    let least: Int

    /// How many there are at most: where more of the alphabet follow, it is something else.
    let most: Int

    let demand: Demand

    /// What it is.
    let kind: Secret.Kind

    /// Whether the beginning is a word before the secret and no part of it.
    let isLead: Bool

    init(
        _ beginning: String, _ alphabet: ByteClass, _ least: Int, most: Int = .max, _ demand: Demand = .none,
        kind: Secret.Kind = .key, isLead: Bool = false
    ) {
        self.beginning = Array(beginning.utf8)
        self.alphabet = alphabet
        self.least = least
        self.most = most
        self.demand = demand
        self.kind = kind
        self.isLead = isLead
    }

    /// What is longer is no key, in bytes: a text of nothing but beginnings takes time in proportion to its length.
    private static let longest = 8192

    /// Where the secret stands that begins at an index of a text; nil where none of this shape does.
    func range(at start: Int, in text: Span<UInt8>) -> Range<Int>? {
        guard text.count - start >= beginning.count + least else { return nil }
        for offset in 0..<beginning.count where text[start + offset] != beginning[offset] { return nil }
        let first = start + beginning.count
        var end = first
        let limit = min(text.count, first + SecretShape.longest)
        while end < limit, alphabet.contains(text[end]) { end += 1 }
        // A dot behind a key ends a sentence.
        while end > first, text[end - 1] == UInt8(ascii: ".") { end -= 1 }
        guard end - first >= least, end - first <= most, isMet(in: text, first..<end) else { return nil }
        return isLead ? first..<end : start..<end
    }

    private func isMet(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var digits = 0
        var letters = 0
        var capitals = 0
        var hyphens = 0
        var dots = 0
        for index in range {
            switch ByteClass(of: text[index]) {
            case .digit: digits += 1
            case .capital:
                capitals += 1
                letters += 1
            case .smallHexadecimal, .otherSmall: letters += 1
            case .hyphen: hyphens += 1
            case .dot: dots += 1
            default: break
            }
        }
        return switch demand {
        case .none: true
        case .mixed: digits > 0 && letters > 0
        case .issued: digits > 0 || capitals > 0 || hyphens >= 2
        case .dotted: dots >= 2
        }
    }
}
