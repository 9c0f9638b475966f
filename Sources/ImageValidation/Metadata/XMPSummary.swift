internal import ByteCoding

/// What an XMP packet says of where an image comes from.
///
/// The packet is searched for a few names, not read as XML: what it holds besides is not looked at.
///
/// ISO 16684-1
public struct XMPSummary: Sendable, Hashable {
    /// A property, by its name with the usual prefix: `photoshop:Credit`.
    public struct Property: Sendable, Hashable {
        /// The name.
        public let name: String

        /// The value, its character references undone.
        public let value: String
    }

    /// The properties that are known and there, in the order of the list of names.
    public let properties: [Property]

    /// The size of the packet in bytes.
    public let byteCount: Int

    /// The names that are looked for. IPTC Photo Metadata 2024.1; XMP Specification Part 2
    private static let names = [
        "photoshop:Credit", "Iptc4xmpExt:DigitalSourceType", "Iptc4xmpExt:DigitalSourceFileType",
        "xmp:CreatorTool", "dcterms:provenance", "xmpMM:DocumentID", "photoshop:Source", "exif:GPSLatitude",
        "exif:GPSLongitude",
    ]

    /// The longest value that is kept.
    private static let longestValue = 1 << 12

    /// Searches a packet.
    init(_ packet: ArraySlice<UInt8>) {
        let bytes = packet.prefix(1 << 20)
        properties = XMPSummary.names.compactMap { name in
            XMPSummary.value(of: name, in: bytes).map { value in Property(name: name, value: value) }
        }
        byteCount = packet.count
    }

    /// The value of a property that is written as an attribute or as an element.
    private static func value(of name: String, in packet: ArraySlice<UInt8>) -> String? {
        let word = Array(name.utf8)
        var rest = packet
        while let index = rest.firstIndex(of: word[0]) {
            rest = packet[index...]
            guard rest.starts(with: word) else {
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(word.count)
            if let value = value(behindName: rest) { return text(value) }
        }
        return nil
    }

    /// What stands between the quotes behind an equals sign, or before the next tag behind an angle bracket.
    private static func value(behindName bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = bytes.drop(while: \.isWhiteSpace)
        guard let mark = rest.popFirst() else { return nil }
        if mark == UInt8(ascii: "=") {
            rest = rest.drop(while: \.isWhiteSpace)
            guard let quote = rest.popFirst(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
                return nil
            }
            return rest.prefix { byte in byte != quote }
        }
        guard mark == UInt8(ascii: ">") else { return nil }
        return rest.prefix { byte in byte != UInt8(ascii: "<") }
    }

    /// The five character references that every XML knows, undone.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes.prefix(longestValue), as: UTF8.self)
        let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        return references.reduce(text) { text, reference in text.replacing(reference.0, with: reference.1) }
    }
}
