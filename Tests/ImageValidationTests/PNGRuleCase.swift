import ImageValidation
import Testing

/// An image and the rules that it breaks, all of them.
struct PNGRuleCase: Sendable, CustomTestStringConvertible {
    let rules: [String]
    let bytes: [UInt8]

    init(_ rules: String..., image: PNGBuilder) {
        self.rules = rules.sorted()
        bytes = image.bytes
    }

    init(_ rules: String..., bytes: [UInt8]) {
        self.rules = rules.sorted()
        self.bytes = bytes
    }

    var testDescription: String { rules.isEmpty ? "sound" : rules.joined(separator: " ") }

    /// The rules that the validator says are broken, each once.
    var found: [String] {
        Set(ImageValidator().validate(bytes[...], declared: .png).defects.map(\.id)).sorted()
    }
}
