public import ContentDecoding

/// Checks what holds for every coding and every input.
public func checkDecoding(of input: FuzzInput, under coding: any ContentCoding) {
    var limits = DecodingLimits()
    limits.bodySize = 1 << 22
    let chain = DecodingChain([coding], limits: limits)
    let outcome = chain.decode(input.slice)
    claim("no more comes out than was asked for", outcome.bytes.count <= 1 << 22)
    if let failure = outcome.failure {
        claim("a fault stands in the input", (0...input.bytes.count).contains(failure.offset))
    }
    let head = chain.head(of: input.slice, upTo: 100)
    claim("the beginning is that of the whole", outcome.bytes.starts(with: head) || outcome.failure != nil)
    checkPieces(of: input, under: coding, limits: limits)
}

/// A decoder that is fed byte by byte and writes to a small buffer gives a beginning of what one gives that is not.
private func checkPieces(of input: FuzzInput, under coding: any ContentCoding, limits: DecodingLimits) {
    let whole = decode([input.slice], coding, limits, bufferSize: 1 << 12)
    let pieces = input.bytes.indices.map { index in input.bytes[index...index] }
    let parts = decode(pieces, coding, limits, bufferSize: 61)
    let count = min(whole.bytes.count, parts.bytes.count)
    claim("pieces give the same bytes", whole.bytes.prefix(count) == parts.bytes.prefix(count))
    // A library may lose what it decoded when it meets damage, so that one way comes to the damage and the other does not.
    guard !whole.isBounded, !parts.isBounded else { return }
    claim("pieces are as sound as the whole", whole.isSound == parts.isSound)
    claim("what is sound is whole", !whole.isSound || whole.bytes == parts.bytes)
}

/// What a decoder makes of pieces, up to some size.
private func decode(
    _ pieces: [ArraySlice<UInt8>], _ coding: any ContentCoding, _ limits: DecodingLimits, bufferSize: Int
) -> (bytes: [UInt8], isSound: Bool, isBounded: Bool) {
    let most = 1 << 16
    let decoder = coding.makeDecoder(limits: limits)
    var buffer: [UInt8] = []
    var bytes: [UInt8] = []
    for piece in pieces {
        var rest = piece
        repeat {
            let step = decoder.decode(rest, replacing: &buffer, room: bufferSize)
            claim("no more is consumed than there is", (0...rest.count).contains(step.consumed))
            claim("no more is produced than there is room for", (0...bufferSize).contains(step.produced))
            claim("what is produced is what is said", step.produced == buffer.count)
            bytes += buffer
            rest = rest.dropFirst(step.consumed)
            // Both ways stop at the same size, or the sizes of the buffers would tell.
            if bytes.count >= most { return (Array(bytes.prefix(most)), true, true) }
            switch step.end {
            case .complete: return (bytes, true, false)
            case .fault: return (bytes, false, false)
            case nil: claim("something happens", step.consumed + step.produced > 0 || rest.isEmpty)
            }
            if rest.isEmpty, step.produced < bufferSize { break }
        } while true
    }
    return (bytes, decoder.finish() == nil, false)
}
