internal import ByteCoding
internal import ContentDecoding

/// Bytes in a form that has to be undone as a whole before they can be looked into, and made again: a coding, or a file
/// or a stream with checksums.
struct CodedBytes {
    /// The forms.
    enum Form {
        case coding(any ContentCoding, ContentEncoder)
        case portableNetworkGraphics
        case awsEventStream
    }

    let form: Form

    /// Recognises bytes by their beginning; nil for all that have no sign.
    init?(recognising bytes: ArraySlice<UInt8>) {
        guard let first = bytes.first, CodedBytes.isFirst[Int(first)] else { return nil }
        if bytes.starts(with: [0x1F, 0x8B, 0x08]) {
            form = .coding(Gzip(), .gzip)
        } else if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
            form = .coding(Zstandard(), .zstandard)
        } else if bytes.starts(with: PNGText.signature) {
            form = .portableNetworkGraphics
        } else if AWSEventPrelude(bytes) != nil {
            form = .awsEventStream
        } else if bytes.first == 0x78, Deflate.beginsWithHeader(bytes), !SecretWalk.isText(bytes) {
            form = .coding(Deflate(), .zlib)
        } else {
            return nil
        }
    }

    /// What bytes in one of the forms begin with: the length of a message of AWS is below 512 MB.
    private static let isFirst: [Bool] = (UInt8.min...UInt8.max).map { byte in
        byte < 0x20 || [0x28, 0x78, 0x89].contains(byte)
    }

    /// What bytes without a sign may be coded with, the likelier first.
    static let signless: [(coding: any ContentCoding, encoder: ContentEncoder)] = [
        (Brotli(), .brotli), (Deflate(.raw), .deflate),
    ]
}

extension SecretWalk {
    /// Walks through coded bytes; where they hold a secret they are coded anew, as a whole.
    mutating func walkCoded(_ bytes: ArraySlice<UInt8>, _ coded: CodedBytes, _ map: TextMap, depth: Int) {
        guard depth < WalkContext.depth else { return }
        switch coded.form {
        case .portableNetworkGraphics:
            let (copy, secrets) = PNGText.copy(of: bytes, context, depth: depth + 1)
            note(copy, secrets, in: bytes, map)
        case .awsEventStream:
            let (copy, secrets) = AWSEventText.copy(of: bytes, context, depth: depth + 1)
            note(copy, secrets, in: bytes, map)
        case .coding(let coding, let encoder):
            let outcome = DecodingChain([coding], limits: context.limits).decode(bytes)
            walkDecoded(outcome.bytes[...], encoder, in: bytes, map, depth: depth)
        }
    }

    /// Walks through what coded bytes decode to.
    private mutating func walkDecoded(
        _ decoded: ArraySlice<UInt8>, _ encoder: ContentEncoder, in bytes: ArraySlice<UInt8>, _ map: TextMap, depth: Int
    ) {
        guard !decoded.isEmpty else { return }
        let (copy, secrets) = SecretWalk.copy(of: decoded, context, depth: depth + 1)
        note(copy.map { copy in context.isLearning ? [] : encoder.encode(copy[...]) }, secrets, in: bytes, map)
    }

    private mutating func note(
        _ copy: [UInt8]?, _ secrets: [SecretSpan], in bytes: ArraySlice<UInt8>, _ map: TextMap
    ) {
        guard let copy else {
            inner += secrets
            return
        }
        hideEncoded(0..<bytes.count, map, copy, secrets)
    }

    /// Walks through bytes that may be under a coding that has no sign: they have to decode to their end, to a text.
    ///
    /// - Returns: whether they did.
    mutating func walkSignless(_ bytes: ArraySlice<UInt8>, _ map: TextMap, depth: Int) -> Bool {
        for (coding, encoder) in CodedBytes.signless {
            let chain = DecodingChain([coding], limits: context.limits)
            let head = chain.head(of: bytes, upTo: 512)
            guard !head.isEmpty, SecretWalk.isText(head) else { continue }
            let outcome = chain.decode(bytes)
            guard outcome.isClean, outcome.bytes.count * 2 >= bytes.count, SecretWalk.isText(outcome.bytes[...]) else {
                continue
            }
            guard depth < WalkContext.depth else { return true }
            walkDecoded(outcome.bytes[...], encoder, in: bytes, map, depth: depth)
            return true
        }
        return false
    }
}
