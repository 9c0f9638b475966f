internal import ContentDecoding

/// Data in the zlib format: the `.zhar` of mitmproxy.
///
/// RFC 1950
struct ZlibContainer: CodedContainer {
    let id = ContainerID.zlib
    let coding: any ContentCoding = Deflate(.zlib)

    /// By a sound header for the usual window, and data behind it that something comes out of, be it with a wrong
    /// checksum.
    ///
    /// Two bytes of header are too few to go by: `x^` is one.
    ///
    /// RFC 1950 §2.2
    func recognise(_ head: ArraySlice<UInt8>) -> Bool {
        guard head.first == 0x78, Deflate.beginsWithHeader(head) else { return false }
        var output: [UInt8] = []
        let decoder = coding.makeDecoder(limits: DecodingLimits())
        let step = decoder.decode(head, replacing: &output, room: ContainerCatalog.headSize)
        if case .fault(let fault) = step.end, fault.kind != .checksum { return false }
        return step.produced > 0
    }
}

extension ContainerID {
    /// Data in the zlib format.
    public static let zlib = ContainerID(rawValue: "zlib")
}
