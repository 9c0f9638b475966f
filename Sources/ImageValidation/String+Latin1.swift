extension String {
    /// Decodes ISO 8859-1: each byte is the character of its number.
    init(decodingLatin1 bytes: some Sequence<UInt8>) {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(Unicode.Scalar(byte)) }
        self.init(text)
    }

    /// Decodes UTF-8, or nil where the bytes are none.
    init?(strictlyDecodingUTF8 bytes: ArraySlice<UInt8>) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        self = text
    }
}
