extension ArraySlice<UInt8> {
    /// The bytes without the beginning of a UTF-8 character that their end cuts.
    ///
    /// RFC 3629 §3
    package var withoutCutCharacter: ArraySlice<UInt8> {
        let trail = suffix(3).reversed().prefix { byte in byte & 0xC0 == 0x80 }.count
        let rest = dropLast(trail)
        guard let lead = rest.last else { return self }
        let length =
            switch lead {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        return trail + 1 < length ? rest.dropLast() : self
    }
}
