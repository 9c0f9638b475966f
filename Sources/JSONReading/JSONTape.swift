/// The bytes of a document and the nodes over them: what the document and its values share.
struct JSONTape: Sendable {
    /// The text as it was handed in; offsets count from its start, whatever its indices.
    let bytes: ArraySlice<UInt8>

    /// The values in the order of their first bytes.
    let nodes: [JSONNode]

    /// The bytes of a range of offsets.
    func slice(_ offsets: Range<Int>) -> ArraySlice<UInt8> {
        bytes[bytes.startIndex + offsets.lowerBound..<bytes.startIndex + offsets.upperBound]
    }
}
