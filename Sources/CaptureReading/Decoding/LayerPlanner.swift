internal import ContentDecoding

/// Decides which layers lie around a body: by its headers, and against them by what the bytes begin with.
///
/// Only the beginning of what lies under a layer is decoded to decide about the next one. Where a coding has no sign of
/// its own, a text is taken for one before the coding is tried: brotli decodes some texts without complaint.
struct LayerPlanner {
    /// The layers found so far, outermost first.
    private(set) var chain: DecodingChain

    /// What is odd about the labels.
    private(set) var warnings: [BodyWarning] = []

    /// Why the body cannot be decoded, where it is not for what stands in a layer.
    private(set) var fault: BodyFault?

    private let encoded: ArraySlice<UInt8>
    private let fields: FieldLines
    private let isStoredDecoded: Bool

    /// What was decoded to decide, with the number of layers that were removed then.
    private var known: (layerCount: Int, outcome: DecodingOutcome)?

    /// How many bytes under a layer are looked at.
    private static let headSize = 1 << 16

    /// Begins with bytes as they were captured.
    init(_ encoded: ArraySlice<UInt8>, fields: FieldLines, storage: BodyStorage, limits: DecodingLimits) {
        self.encoded = encoded
        self.fields = fields
        isStoredDecoded = storage == .decoded
        chain = DecodingChain(limits: limits)
    }

    /// What the layers lie around.
    var outcome: DecodingOutcome {
        if let known, known.layerCount == chain.codings.count { return known.outcome }
        return chain.decode(encoded)
    }

    /// Decides about every layer.
    mutating func plan() {
        let transfer = fields.declaredCodings("transfer-encoding").reversed()
        let declared = transfer + fields.declaredCodings("content-encoding").reversed()
        let count = declared.count { name in CodingCatalog.coding(named: name) != nil }
        guard count <= chain.limits.layers else {
            let message = "expected no more than \(chain.limits.layers) codings, found \(count); none is removed"
            fault = BodyFault(.tooManyCodings, message)
            return
        }
        if !transfer.contains("chunked"), isWhollyChunked { add(Chunked(), lie: .missingCoding) }
        for (index, name) in declared.enumerated() where fault == nil {
            let head = head
            if head.isEmpty { break }
            switch CodingCatalog.coding(named: name) {
            case nil: passOver(name, head)
            case is Chunked: planChunks(head)
            case let coding?: plan(coding, head, inside: declared[(index + 1)...])
            }
        }
        if fault == nil { planUndeclared(isAnyDeclared: count > 0) }
    }

    /// The beginning of what lies under the layers so far.
    private var head: ArraySlice<UInt8> { chain.head(of: encoded, upTo: LayerPlanner.headSize) }

    /// Adds a layer; `lie` is what its being there says about the labels, nil where they name it.
    private mutating func add(_ coding: any ContentCoding, lie: BodyWarning? = nil) {
        chain.codings.append(coding)
        if isStoredDecoded { warn(.stillEncoded) } else if let lie { warn(lie) }
    }

    /// Passes over a label; where bodies are stored decoded that is as it should be.
    private mutating func skip(_ warning: BodyWarning = .alreadyDecoded) {
        if !isStoredDecoded { warn(warning) }
    }

    private mutating func warn(_ warning: BodyWarning) {
        if !warnings.contains(warning) { warnings.append(warning) }
    }

    /// Whether the bytes make one sound whole under one more layer, to the last of them; an empty one only if so allowed.
    private mutating func isClean(_ coding: any ContentCoding, allowsEmpty: Bool = false) -> Bool {
        var longer = chain
        longer.codings.append(coding)
        let outcome = longer.decode(encoded)
        guard outcome.isClean, allowsEmpty || !outcome.bytes.isEmpty else { return false }
        known = (longer.codings.count, outcome)
        return true
    }
}

extension LayerPlanner {
    /// Whether the bytes are chunks and nothing else, up to the last one.
    private var isWhollyChunked: Bool {
        mutating get { BodyContent.beginsWithChunkSize(head) && isClean(Chunked()) }
    }

    /// Decides whether a body is in chunks that is said to be.
    private mutating func planChunks(_ head: ArraySlice<UInt8>) {
        var longer = chain
        longer.codings.append(Chunked())
        let outcome = longer.decode(encoded)
        guard areChunks(outcome, beginning: head) else { return skip() }
        known = (longer.codings.count, outcome)
        add(Chunked())
        // A server in chunks behind one in chunks.
        if isWhollyChunked { add(Chunked(), lie: .mislabeled) }
    }

    /// Whether an attempt at chunks met some.
    ///
    /// A body that a tool stored without its chunks may begin with a number too, so the first chunk has to be whole, or
    /// what it holds has to begin as the body should. Damage to the first is told by the last.
    private func areChunks(_ outcome: DecodingOutcome, beginning head: ArraySlice<UInt8>) -> Bool {
        guard let failure = outcome.failure else { return true }
        let line = head.prefix { byte in byte != UInt8(ascii: "\n") }
        let number = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        if let size = ChunkSize(number)?.value {
            if failure.offset - line.count - 2 > size { return true }
            if failure.fault.kind == .truncated, beginsAsExpected(outcome.bytes[...]) { return true }
        }
        return failure.fault.kind == .badChunk && encoded.suffix(7).elementsEqual("\r\n0\r\n\r\n".utf8)
    }

    /// Whether bytes begin as content of the declared type does, or as a coding.
    private func beginsAsExpected(_ bytes: ArraySlice<UInt8>) -> Bool {
        CodingCatalog.coding(claiming: bytes) != nil || ContentSign(bytes).fits(fields.mediaType)
    }

    /// Decides whether a content coding lies around the body that is said to.
    private mutating func plan(
        _ coding: any ContentCoding, _ head: ArraySlice<UInt8>, inside rest: ArraySlice<String>
    ) {
        var head = head
        switch MangledCoding(head) {
        case .replaced:
            let message =
                "expected \(coding.name) data, found some that a tool read as text, with U+FFFD for what is lost; "
                + "capture it again"
            fault = BodyFault(.mangledText, message, offset: 0, layer: BodyLayer(rawValue: coding.name))
            return
        case .latin1:
            add(Latin1(), lie: .mislabeled)
            head = self.head
        case nil: break
        }
        if let claiming = CodingCatalog.coding(claiming: head) {
            if claiming.name == coding.name {
                add(coding)
            } else if rest.contains(where: { name in CodingCatalog.coding(named: name)?.name == claiming.name }) {
                skip(.mislabeled)
            } else {
                add(claiming, lie: .mislabeled)
            }
        } else if coding.magics.isEmpty {
            planUnsigned(coding, head)
        } else {
            planForeign(coding, head)
        }
    }

    /// Decides about a coding without a sign of its own: deflate and brotli.
    private mutating func planUnsigned(_ coding: any ContentCoding, _ head: ArraySlice<UInt8>) {
        var coding = coding
        if coding is Deflate { coding = Deflate(Deflate.beginsWithHeader(head) ? .zlib : .raw) }
        let sign = ContentSign(head)
        let isContent = sign.isReadable && (sign.fits(fields.mediaType) || !isClean(coding, allowsEmpty: true))
        if isContent { skip() } else { add(coding) }
    }

    /// Decides about a coding whose sign is not there.
    private mutating func planForeign(_ coding: any ContentCoding, _ head: ArraySlice<UInt8>) {
        if coding.mayClaim(head) {
            add(coding)
        } else if ContentSign(head).isReadable {
            skip()
        } else if Deflate.beginsWithHeader(head), isClean(Deflate()) {
            add(Deflate(), lie: .mislabeled)
        } else if isClean(Brotli()) {
            add(Brotli(), lie: .mislabeled)
        } else {
            add(coding)
        }
    }

    /// Looks for one layer that no label names; a compressed file that was asked for as such is left alone.
    private mutating func planUndeclared(isAnyDeclared: Bool) {
        let type = fields.mediaType
        guard chain.codings.count < chain.limits.layers, type.map(\.isTextual) ?? true,
            let coding = CodingCatalog.coding(claiming: head)
        else { return }
        add(coding, lie: isAnyDeclared ? .mislabeled : .missingCoding)
    }

    /// Passes over a label that no coding is known for, where what it stands at can be read; else nothing under it can.
    private mutating func passOver(_ name: String, _ head: ArraySlice<UInt8>) {
        if ContentSign(head).isReadable { return warn(.unknownCoding) }
        let isKnownByName = ["compress", "x-compress"].contains(name)
        let message = "expected a coding that is known, found one that is not; the bytes are shown as they are"
        fault = BodyFault(
            isKnownByName ? .unsupported : .unknownCoding, message, offset: 0, layer: BodyLayer(rawValue: name))
    }
}
