import Redaction
import Testing

/// Texts that were learned from and then written anew.
enum RedactedCopy {
    static let marks = PlaceholderMaker(salt: Array("a salt for tests".utf8))

    /// Joined at run time: the source must not hold the shape of a key.
    static let key = "sk-" + "Walk7to3Perth9and2Sail4to1Hobart"

    /// The copy of a text, in which no secret is left.
    static func of(_ text: [UInt8], _ options: RedactionOptions = RedactionOptions()) -> [UInt8] {
        var ledger = SecretLedger()
        ledger.learn(from: text[...], options)
        let redactor = TextRedactor(ledger, marks: marks, options: options)
        let copy = redactor.copy(of: text[...], at: 0, exchanges: []).bytes
        #expect(!redactor.holdsSecret(copy[...], exchanges: []))
        return copy
    }
}
