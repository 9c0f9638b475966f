internal import ByteCoding
public import CaptureReading
internal import EventStreaming
internal import JSONReading

/// The secrets that a body holds in pieces, as the deltas of a stream cut them: no search of its text finds them.
public struct SplitSecrets: Sendable {
    /// A piece, and what is shown for it: the first of a secret has its mark, the others have nothing.
    private struct Piece: Sendable {
        let range: Range<Int>
        let mark: [UInt8]
    }

    private let body: ArraySlice<UInt8>
    private let pieces: [Piece]

    /// Finds the learned secrets that a body holds in pieces.
    init(in body: Body, _ ledger: SecretLedger, shown: (SecretLedger.Mark) -> String) {
        self.body = body.bytes
        guard !ledger.isEmpty else {
            pieces = []
            return
        }
        var walk = SecretWalk(WalkContext(ledger: ledger))
        walk.walkPieces(of: body)
        pieces = HiddenPart.merged(walk.hidden).map { part in
            guard case .known(let number) = part.content else {
                return Piece(range: part.range, mark: part.written([]))
            }
            let mark = Array(shown(ledger.mark(ofNumber: number)).utf8)
            return Piece(range: part.range, mark: part.written(mark))
        }
    }

    /// Whether there is none.
    public var isEmpty: Bool { pieces.isEmpty }

    /// Some of the body's bytes, counted from the first, with marks in the place of the secrets.
    public func shownBytes(of range: Range<Int>) -> [UInt8] {
        var shown: [UInt8] = []
        var position = range.lowerBound
        for piece in pieces where piece.range.overlaps(range) {
            shown += body[body.startIndex + position..<body.startIndex + max(position, piece.range.lowerBound)]
            shown += piece.mark
            position = min(range.upperBound, piece.range.upperBound)
        }
        return shown + body[body.startIndex + position..<body.startIndex + range.upperBound]
    }
}

extension Redactor {
    /// The secrets that a body holds in pieces; none where secrets are shown.
    public func splitSecrets(in body: Body) -> SplitSecrets {
        SplitSecrets(in: body, style == .disclosed ? SecretLedger() : ledger, shown: shown)
    }

    /// An AWS event stream without the secrets in its messages, be they in pieces or in base64; nil where none is there.
    ///
    /// It has as many messages. Where secrets are shown it is nil too.
    public func withoutSecrets(inAWSEventStream stream: ArraySlice<UInt8>) -> [UInt8]? {
        guard style != .disclosed, !ledger.isEmpty else { return nil }
        return AWSEventText.copy(of: stream, walkContext, depth: 0).bytes
    }

    /// A body that is to be shown as it stands, with marks in the place of the secrets that it holds in pieces.
    public func withoutPieces(_ body: Body) -> Body {
        guard let bytes = bytesWithoutPieces(body) else { return body }
        var shown = Body(bytes: bytes[...], place: body.place)
        shown.declaredType = body.declaredType
        return shown
    }

    private func bytesWithoutPieces(_ body: Body) -> [UInt8]? {
        if case .awsEventStream = body.content(declared: nil) { return withoutSecrets(inAWSEventStream: body.bytes) }
        let split = splitSecrets(in: body)
        return split.isEmpty ? nil : split.shownBytes(of: 0..<body.bytes.count)
    }
}

extension SecretWalk {
    /// Notes the learned secrets that the documents of a body hold in pieces, and nothing else.
    fileprivate mutating func walkPieces(of body: Body) {
        var split = SplitTexts()
        switch body.content(declared: nil) {
        case .eventStream:
            func look(at event: ServerSentEvent) {
                guard let root = JSONDocument(parsing: event.data[...]).root else { return }
                split.collect(root, TextMap.identity.event(event))
            }
            var parser = ServerSentEventParser()
            parser.append(body.bytes, onEvent: look)
            if let event = parser.finish().incompleteTail?.foldable { look(at: event) }
        case .json, .jsonLines:
            _ = SecretWalk.visitDocuments(of: body.bytes) { root, start in
                let map = TextMap.identity.part(at: start - body.bytes.startIndex)
                for value in root.kind == .array ? Array(root.elements) : [root] { split.collect(value, map) }
            }
        case .other, .awsEventStream: return
        }
        joinPieces(of: split, isStream: false)
    }
}
