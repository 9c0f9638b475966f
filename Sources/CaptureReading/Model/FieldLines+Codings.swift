internal import ByteCoding

extension FieldLines {
    /// The codings that the lines of a name list, in order and in lower case, without the one that changes nothing.
    ///
    /// RFC 9110 §8.4, RFC 9112 §6.1
    public func declaredCodings(_ name: String) -> [String] {
        members(of: name)
            .map { member in
                let coding = member.prefix { byte in !byte.isBlank && byte != UInt8(ascii: ";") }
                return String(decoding: coding, as: UTF8.self).lowercased()
            }
            .filter { coding in !coding.isEmpty && coding != "identity" }
    }
}
