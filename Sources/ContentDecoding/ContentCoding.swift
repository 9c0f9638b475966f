/// A coding that bodies are under on their way.
///
/// One type in a file of its own and one line in `CodingCatalog`.
///
/// RFC 9110 §8.4.1
public protocol ContentCoding: Sendable {
    /// Its name in lower case, as header fields have it.
    var name: String { get }

    /// Other names for it, in lower case.
    var aliases: [String] { get }

    /// What data of the coding begin with, one of these; empty where nothing tells them.
    var magics: [[UInt8]] { get }

    /// A decoder at the beginning of such data.
    func makeDecoder(limits: DecodingLimits) -> any CodingDecoder
}

extension ContentCoding {
    /// Most have one name.
    public var aliases: [String] { [] }

    /// Most have no sign.
    public var magics: [[UInt8]] { [] }

    /// Whether data begin as those of the coding do.
    public func claims(_ head: ArraySlice<UInt8>) -> Bool {
        magics.contains { magic in head.starts(with: magic) }
    }

    /// Whether data are so short that they may be the beginning of such a beginning.
    public func mayClaim(_ head: ArraySlice<UInt8>) -> Bool {
        magics.contains { magic in head.count < magic.count && magic.starts(with: head) }
    }
}
