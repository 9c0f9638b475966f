internal import ByteCoding
internal import ContentDecoding

/// The text chunks of a PNG: image generators keep prompts and settings there.
///
/// PNG (3rd ed.) §11.3.3
enum PNGText {
    /// What a PNG begins with. PNG (3rd ed.) §5.2
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// A copy of a PNG without the secrets in its text chunks, or nil when there are none; every other byte stays.
    static func copy(
        of image: ArraySlice<UInt8>, _ context: WalkContext, depth: Int
    ) -> (bytes: [UInt8]?, secrets: [SecretSpan]) {
        var result: [UInt8] = []
        var secrets: [SecretSpan] = []
        var copied = image.startIndex
        var isChanged = false
        var position = image.startIndex + signature.count
        while image.endIndex - position >= 12 {
            let length = Int(image.bigEndian32(at: position - image.startIndex) ?? 0)
            guard length <= image.endIndex - position - 12 else { break }
            let type = image[position + 4..<position + 8]
            let data = image[position + 8..<position + 8 + length]
            if let text = text(of: data, in: type) {
                let (copy, found) = copy(of: text, in: data, context, depth: depth)
                secrets += found
                if let copy {
                    isChanged = true
                    result += image[copied..<position] + chunk(Array(type), copy)
                    copied = position + 12 + length
                }
            }
            position += 12 + length
        }
        return (isChanged ? result + image[copied...] : nil, secrets)
    }

    /// Where the text of a chunk begins, and whether it is compressed; nil for chunks of other types.
    private static func text(of data: ArraySlice<UInt8>, in type: ArraySlice<UInt8>) -> (start: Int, isPacked: Bool)? {
        switch String(decoding: type, as: UTF8.self) {
        case "tEXt", "eXIf": return (data.startIndex, false)
        case "zTXt":
            guard let end = data.firstIndex(of: 0), end + 2 <= data.endIndex else { return nil }
            return (end + 2, true)
        case "iTXt":
            guard let end = data.firstIndex(of: 0), end + 3 <= data.endIndex else { return nil }
            // The text may begin behind a language and a translated keyword; where it is packed it has to.
            guard data[end + 1] == 1 else { return (end + 3, false) }
            let parts = data[(end + 3)...].split(
                separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
            return parts.count == 3 ? (parts[2].startIndex, true) : nil
        default: return nil
        }
    }

    private static func copy(
        of text: (start: Int, isPacked: Bool), in data: ArraySlice<UInt8>, _ context: WalkContext, depth: Int
    ) -> (bytes: [UInt8]?, secrets: [SecretSpan]) {
        let head = data[..<text.start]
        guard text.isPacked else {
            // Zero bytes divide the parts of a chunk; they are no part of a text.
            var copy: [UInt8] = []
            var secrets: [SecretSpan] = []
            var isChanged = false
            for (index, part) in data.split(separator: 0, omittingEmptySubsequences: false).enumerated() {
                let (bytes, found) = SecretWalk.copy(of: part, context, depth: depth)
                if index > 0 { copy.append(0) }
                copy += bytes ?? Array(part)
                secrets += found
                isChanged = isChanged || bytes != nil
            }
            return (isChanged ? copy : nil, secrets)
        }
        let outcome = DecodingChain([Deflate()], limits: context.limits).decode(data[text.start...])
        let (bytes, secrets) = SecretWalk.copy(of: outcome.bytes[...], context, depth: depth)
        guard let bytes else { return (nil, secrets) }
        return (context.isLearning ? [] : head + ContentEncoder.zlib.encode(bytes[...]), secrets)
    }

    private static func chunk(_ type: [UInt8], _ data: [UInt8]) -> [UInt8] {
        var sum = CRC32()
        sum.update(type[...])
        sum.update(data[...])
        return UInt32(truncatingIfNeeded: data.count).bigEndianBytes + type + data + sum.value.bigEndianBytes
    }
}
