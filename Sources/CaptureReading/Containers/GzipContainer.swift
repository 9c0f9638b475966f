internal import ContentDecoding

/// A gzip file: `.har.gz`.
///
/// RFC 1952
struct GzipContainer: CodedContainer {
    let id = ContainerID.gzip
    let coding: any ContentCoding = Gzip()

    /// By the magic number and the one method that there is; of a shorter file, by what there is of them.
    ///
    /// RFC 1952 §2.3.1
    func recognise(_ head: ArraySlice<UInt8>) -> Bool {
        head.count > 1 && head.prefix(3).elementsEqual([0x1F, 0x8B, 0x08].prefix(head.count))
    }
}

extension ContainerID {
    /// A gzip file.
    public static let gzip = ContainerID(rawValue: "gzip")
}
