/// A box of JUMBF: a label with boxes in it, or content.
///
/// ISO/IEC 19566-5:2023 §6; ISO/IEC 15444-1 §I.4
struct JUMBFBox {
    /// The four letters of the type: `jumb` for a box of boxes.
    let type: String

    /// What stands in it; of a box of boxes, those behind its description.
    let content: ArraySlice<UInt8>

    /// The label of a box of boxes; nil where it has none.
    let label: String?

    /// The most boxes that are read of one: credentials have a few dozen.
    private static let mostBoxes = 10_000

    /// The boxes that bytes consist of, up to the first that is none.
    static func boxes(in bytes: ArraySlice<UInt8>) -> [JUMBFBox] {
        var rest = bytes
        var boxes: [JUMBFBox] = []
        while boxes.count < mostBoxes, let box = next(&rest) { boxes.append(box) }
        return boxes
    }

    /// The boxes in this one.
    var boxes: [JUMBFBox] { type == "jumb" ? JUMBFBox.boxes(in: content) : [] }

    /// The first box in this one with a label that begins like this.
    func box(labelled prefix: String) -> JUMBFBox? {
        boxes.first { box in box.label?.hasPrefix(prefix) == true }
    }

    /// What stands in the first box of a type.
    func content(of type: String) -> ArraySlice<UInt8>? {
        boxes.first { box in box.type == type }?.content
    }

    private static func next(_ rest: inout ArraySlice<UInt8>) -> JUMBFBox? {
        guard rest.count >= 8 else { return nil }
        var headerSize = 8
        var size = rest.big32(0)
        if size == 0 { size = rest.count }
        if size == 1 {
            guard rest.count >= 16, rest.big32(8) == 0 else { return nil }
            headerSize = 16
            size = rest.big32(12)
        }
        guard size >= headerSize, size <= rest.count else { return nil }
        let type = String(decodingLatin1: rest.part(4, 4))
        let content = rest.part(headerSize, size - headerSize)
        rest = rest.dropFirst(size)
        guard type == "jumb" else { return JUMBFBox(type: type, content: content, label: nil) }
        return described(content)
    }

    /// A box of boxes, whose first one describes it.
    private static func described(_ content: ArraySlice<UInt8>) -> JUMBFBox? {
        guard content.count >= 8, content.has("jumd", at: 4) else { return nil }
        let size = content.big32(0)
        guard size >= 8 + 17, size <= content.count else { return nil }
        let description = content.part(8, size - 8)
        // Behind the identifier of 16 bytes: what else the description has.
        let hasLabel = description.byte(16) & 2 != 0
        let label =
            hasLabel ? String(decoding: description.dropFirst(17).prefix { byte in byte != 0 }, as: UTF8.self) : nil
        return JUMBFBox(type: "jumb", content: content.dropFirst(size), label: label)
    }
}
