internal import ByteCoding

/// The spelling of numbers in the chunks of extensions.
///
/// Extensions to the PNG Specification, 1.5.0, §1.2
enum FloatSyntax {
    /// Whether bytes spell a number: a sign, digits with a point among them, and an exponent, of which only digits must be there.
    static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = withoutSign(bytes)
        let mantissa = rest.prefix { byte in byte.isDigit || byte == UInt8(ascii: ".") }
        guard mantissa.contains(where: \.isDigit), mantissa.count(where: { byte in !byte.isDigit }) <= 1 else {
            return false
        }
        rest = rest.dropFirst(mantissa.count)
        guard let letter = rest.popFirst() else { return true }
        let exponent = withoutSign(rest)
        return letter.lowercasedASCII == UInt8(ascii: "e") && !exponent.isEmpty && exponent.allSatisfy(\.isDigit)
    }

    /// Whether bytes spell a number above 0.
    static func isPositive(_ bytes: ArraySlice<UInt8>) -> Bool {
        let mantissa = bytes.prefix { byte in byte.lowercasedASCII != UInt8(ascii: "e") }
        let hasValue = mantissa.contains { byte in byte.isDigit && byte != UInt8(ascii: "0") }
        return isNumber(bytes) && bytes.first != UInt8(ascii: "-") && hasValue
    }

    private static func withoutSign(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes
    }
}
