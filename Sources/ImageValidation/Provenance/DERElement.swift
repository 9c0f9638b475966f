/// An element of DER, which certificates and time stamps are written in: a tag and its content.
///
/// ITU-T X.690 §8.1 and §10.1
struct DERElement {
    /// The first byte.
    let tag: UInt8

    /// The bytes behind tag and length.
    let content: ArraySlice<UInt8>

    /// The elements that the content consists of.
    var elements: [DERElement] { DERElement.elements(of: content) }

    /// The elements that bytes consist of, up to the first that is none.
    static func elements(of bytes: ArraySlice<UInt8>) -> [DERElement] {
        var rest = bytes
        var elements: [DERElement] = []
        while let tag = rest.popFirst(), let first = rest.popFirst() {
            var length = Int(first)
            if first >= 0x80 {
                let count = Int(first & 0x7F)
                guard (1...4).contains(count), count <= rest.count else { break }
                length = rest.prefix(count).reduce(0) { number, byte in number << 8 | Int(byte) }
                rest = rest.dropFirst(count)
            }
            guard length <= rest.count else { break }
            elements.append(DERElement(tag: tag, content: rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        return elements
    }
}
