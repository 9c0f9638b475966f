import ByteCoding
import FuzzSupport

/// Decodes the input as base64, and compares with a decoder that is slow and plain.
@c(LLVMFuzzerTestOneInput)
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = unsafe FuzzInput(start, count)
    let text = input.bytes
    let decoding = Base64.decode(text[...])
    claim("a slice is decoded as the whole is", Base64.decode(input.slice) == decoding)
    claim("no more is read than there is", (0...text.count).contains(decoding.charactersRead))
    claim("what is not read to its end stopped early", decoding.isDecoded == (decoding.charactersRead == text.count))
    checkFlaws(decoding, of: text)
    claim("the bytes are those of a plain decoder", decoding.bytes == plainlyDecoded(text[..<decoding.charactersRead]))
    let again = Base64.decode(encoded(decoding.bytes)[...])
    claim("what was decoded and encoded is canonical", again.isClean)
    claim("what was decoded and encoded is decoded to itself", again.bytes == decoding.bytes)
    if decoding.isClean {
        claim("a canonical text is what its bytes are encoded to", encoded(decoding.bytes) == text)
        claim("its length allows its count", Base64.decodedCount(characters: count).contains(decoding.bytes.count))
    }
    return 0
}

/// Flaws stand in order, each once, inside the text.
private func checkFlaws(_ decoding: Base64Decoding, of text: [UInt8]) {
    let offsets = decoding.flaws.map(\.offset)
    claim("flaws stand in order", offsets == offsets.sorted())
    claim("flaws stand in the text", offsets.allSatisfy((0...text.count).contains))
    for (index, flaw) in decoding.flaws.enumerated() {
        let isRepeated = decoding.flaws[..<index].contains { other in other.kind == flaw.kind }
        claim("each kind of flaw is told once", !isRepeated)
        if case .strayCharacter(let byte) = flaw.kind {
            claim("a stray character is the one that stopped", flaw.offset == decoding.charactersRead)
            claim("a stray character is the text's", byte == text[flaw.offset])
        }
    }
}

/// The bytes of a text without stray characters, six bits at a time; padding drops the bits that make no byte.
private func plainlyDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var bitCount = 0
    for character in text {
        guard let value = value(of: character) else {
            if character == UInt8(ascii: "=") { bitCount = 0 }
            continue
        }
        bits = bits << 6 & 0xFFFF | value
        bitCount += 6
        if bitCount >= 8 {
            bitCount -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
        }
    }
    return bytes
}

/// The value of a character in either alphabet.
private func value(of character: UInt8) -> UInt32? {
    let standard = alphabet.firstIndex(of: character)
    let urlSafe: Int? =
        switch character {
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    return (standard ?? urlSafe).map(UInt32.init)
}

private let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

/// Base64 in its canonical form.
///
/// RFC 4648 §4
private func encoded(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let group = bytes[start..<min(start + 3, bytes.count)]
        let bits = group.reduce(0) { bits, byte in bits << 8 | Int(byte) } << (8 * (3 - group.count))
        for position in 0..<4 {
            let isPadding = position > group.count
            text.append(isPadding ? UInt8(ascii: "=") : alphabet[bits >> (18 - 6 * position) & 0x3F])
        }
    }
    return text
}
