public import CaptureReading
public import Conversation
internal import JSONReading

/// The media that an exchange carries in itself, and the conversation that was read on the way.
public struct ExchangeMedia: Sendable {
    /// What the exchange says as a conversation.
    public let conversation: ConversationReading

    /// The media: those that are parts of messages in the order of these, then those that are none, in that of the bodies;
    /// first what was sent.
    public let media: [EmbeddedMedium]

    /// How many more there are than `media` lists.
    public let leftOutCount: Int

    /// Reads an exchange.
    public init(of exchange: Exchange) {
        var finder = MediaFinder(exchange)
        conversation = ConversationReading(of: exchange) { payload, isAnswer in
            finder.append(payload, isAnswer: isAnswer)
        }
        finder.readOtherBodies()
        leftOutCount = finder.leftOutCount
        media = ExchangeMedia.joined(finder.media, ExchangeMedia.parts(of: conversation))
    }

    /// The blobs of a conversation, each with the place of its part.
    private static func parts(of conversation: ConversationReading) -> [(blob: Blob, part: MediumPart, isAnswer: Bool)]
    {
        PlacedPart.all(in: conversation).compactMap { placed in
            placed.part.blob.map { blob in
                (blob, MediumPart(path: placed.path, role: placed.role, turn: placed.turn), placed.isAnswer)
            }
        }
    }

    /// The media of bodies and of messages as one list: what stands at one place in both is one medium.
    private static func joined(
        _ found: [EmbeddedMedium], _ parts: [(blob: Blob, part: MediumPart, isAnswer: Bool)]
    ) -> [EmbeddedMedium] {
        var byPlace: [Place: [Int]] = [:]
        for (index, medium) in found.enumerated().reversed() {
            if let place = medium.blob.place { byPlace[place, default: []].append(index) }
        }
        var isTaken = Array(repeating: false, count: found.count)
        var joined: [EmbeddedMedium] = []
        for (blob, part, isAnswer) in parts {
            let index = blob.place.flatMap { place in byPlace[place]?.popLast() } ?? repeated(blob, isAnswer, found)
            guard let index, !isTaken[index] else {
                // A part that was put together from pieces, or one that a document in another coding holds.
                if case .bytes(let bytes, _) = blob.data, bytes.isEmpty { continue }
                joined.append(EmbeddedMedium(blob: blob, isAnswer: isAnswer, spot: nil, part: part, layers: [.base64]))
                continue
            }
            isTaken[index] = true
            var medium = found[index]
            medium.part = part
            // The message says which kind of medium it is, and of which type, better than the place does.
            medium.blob.modality = blob.modality
            medium.blob.declaredType = blob.declaredType ?? medium.blob.declaredType
            joined.append(medium)
        }
        let others = found.indices.filter { index in !isTaken[index] && !isPiece(found[index]) }.map { index in
            found[index]
        }
        let isSent = { (medium: EmbeddedMedium) in !medium.isAnswer }
        return joined.filter(isSent) + others.filter(isSent) + joined.filter(\.isAnswer) + others.filter(\.isAnswer)
    }

    /// Whether a medium is but a piece of one: streams send sound in pieces, and the conversation has it whole.
    private static func isPiece(_ medium: EmbeddedMedium) -> Bool {
        medium.isAnswer && medium.spot?.event != nil && medium.kind != .image
    }

    /// The medium of the response that has the bytes of a part: where a stream says one twice, the first is kept.
    private static func repeated(_ blob: Blob, _ isAnswer: Bool, _ found: [EmbeddedMedium]) -> Int? {
        guard isAnswer, case .bytes(let bytes, _) = blob.data, !bytes.isEmpty else { return nil }
        return found.firstIndex { medium in medium.isAnswer && medium.repeatCount > 0 && medium.bytes == bytes }
    }
}
