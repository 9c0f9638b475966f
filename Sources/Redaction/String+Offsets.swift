extension String {
    /// The characters of a text, at the offsets of its bytes: where these are no UTF-8, each that is not ASCII is a question
    /// mark.
    init(keepingOffsetsOf bytes: ArraySlice<UInt8>) {
        self =
            String(validating: bytes, as: UTF8.self)
            ?? String(decoding: bytes.map { byte in byte < 0x80 ? byte : UInt8(ascii: "?") }, as: UTF8.self)
    }
}
