internal import ByteCoding
internal import CaptureReading
internal import JSONReading

/// The sound of a message while its pieces arrive: data in base64, each piece coded by itself, and what is said in it.
struct AudioAccumulator: Sendable {
    /// Which of the parts it is; nil while there is none.
    private var position: Int?
    private var bytes: [UInt8] = []
    private var flaws: [Base64Flaw] = []
    private var elision: Elision?
    private var transcript = JSONText()

    /// Folds a piece; one whose words are all empty says nothing.
    mutating func append(_ piece: JSONValue, to parts: inout PartAccumulator, in payload: Payload) {
        let isEmpty = piece.members.allSatisfy { member in member.value.filledWord.map { word in word == "0" } ?? true }
        guard !isEmpty else { return }
        let position = place(piece, in: &parts, payload: payload)
        for member in piece.members where !member.value.isNull {
            switch member.name {
            case "data": append(data: member.value, in: payload)
            case "transcript": transcript.append(member.value)
            default: parts.note(member.value, as: member.name, at: position)
            }
        }
    }

    /// Folds a piece of the data.
    mutating func append(data: JSONValue, to parts: inout PartAccumulator, in payload: Payload) {
        _ = place(data, in: &parts, payload: payload)
        append(data: data, in: payload)
    }

    /// Folds a piece of what is said.
    mutating func append(transcript piece: JSONValue, to parts: inout PartAccumulator, in payload: Payload) {
        _ = place(piece, in: &parts, payload: payload)
        transcript.append(piece)
    }

    /// The place among the parts, taken by the first piece.
    private mutating func place(_ piece: JSONValue, in parts: inout PartAccumulator, payload: Payload) -> Int {
        if let position { return position }
        position = parts.count
        parts.append(MessagePart(.other(type: "audio", raw: piece), place: payload.place(of: piece)))
        return parts.count - 1
    }

    private mutating func append(data: JSONValue, in payload: Payload) {
        guard data.isFilledString else { return }
        switch Blob(base64: data, declaredType: nil, in: payload).data {
        case .bytes(let more, let moreFlaws):
            bytes += more
            flaws += moreFlaws
        case .elided(let placeholder): elision = placeholder
        }
    }

    /// Writes the sound into its place; without data its first piece stays there.
    consuming func finish(into parts: inout PartAccumulator) {
        guard let position else { return }
        if !bytes.isEmpty || elision != nil {
            let data = elision.map(BlobData.elided) ?? .bytes(bytes, flaws: flaws)
            parts.replace(at: position, with: .blob(Blob(declaredType: nil, data: data, modality: .audio)))
        }
        guard !transcript.isEmpty, let words = JSONValue.string(transcript.string) else { return }
        parts.note(words, as: "transcript", at: position)
    }
}
