internal import ByteCoding

extension Body {
    /// The coding that the captured bytes are still under, as it is called, or nil when there is none.
    ///
    /// Recorders undo codings and leave the header lines that name them, so the bytes decide: gzip and zstd have a
    /// magic number, chunked a size in its first line; other codings that are declared (`br`, `deflate`) are believed
    /// where the bytes are no text.
    ///
    /// RFC 9110 §8.4, RFC 9112 §7.1
    public func remainingCoding(_ fields: FieldLines) -> String? {
        if bytes.starts(with: [0x1F, 0x8B]) { return "gzip" }
        if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return "zstd" }
        if fields.declaredCodings("transfer-encoding").contains("chunked"), BodyContent.beginsWithChunkSize(bytes) {
            return "chunked"
        }
        let declared = fields.declaredCodings("content-encoding")
        return declared.isEmpty || bytes.isEmpty || isText ? nil : declared.joined(separator: ", ")
    }

    /// Whether the bytes are UTF-8 without a control that no text has.
    ///
    /// WHATWG MIME Sniffing §3, binary data byte
    private var isText: Bool {
        let isBinary = bytes.contains { byte in
            byte < 0x20 && !(0x09...0x0D).contains(byte) && byte != 0x1B || byte == 0x0B
        }
        return !isBinary && String(validating: bytes, as: UTF8.self) != nil
    }
}

extension FieldLines {
    /// The codings that the lines of a name list, in order and in lower case, without the one that changes nothing.
    public func declaredCodings(_ name: String) -> [String] {
        all(name).flatMap { line in line.value.utf8.split(separator: UInt8(ascii: ",")) }
            .map { member in
                String(Substring(member.drop(while: \.isBlank).prefix { byte in !byte.isBlank })).lowercased()
            }
            .filter { coding in !coding.isEmpty && coding != "identity" }
    }
}
