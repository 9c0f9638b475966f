internal import ContentDecoding

/// A zstd file: `.har.zst`.
///
/// RFC 8878
struct ZstandardContainer: CodedContainer {
    let id = ContainerID.zstandard
    let coding: any ContentCoding = Zstandard()

    /// By the magic number of a frame, or of one that is to be skipped.
    ///
    /// RFC 8878 §3.1
    func recognise(_ head: ArraySlice<UInt8>) -> Bool {
        coding.claims(head)
    }
}

extension ContainerID {
    /// A zstd file.
    public static let zstandard = ContainerID(rawValue: "zstd")
}
