internal import CaptureReading
internal import Conversation
internal import Findings
internal import JSONReading

/// A turn of a conversation as it is compared.
struct ComparedTurn {
    /// The number of the turn, from 1; 0 for the system instruction.
    let number: Int

    /// The role, verbatim.
    let role: String?

    /// What it says, piece by piece, without images.
    private(set) var pieces: [TurnPiece] = []

    /// The images in it.
    private(set) var images: [EmbeddedImage] = []

    /// Where it stands in the capture.
    private(set) var place: Place?

    /// The digest of the whole turn.
    let hash: ContentHash

    /// The digest of the turn without its images.
    let words: ContentHash

    /// The digest of what is sent back when an answer becomes history: texts, calls and images; nil where there is
    /// nothing of these.
    let speech: ContentHash?

    /// Roles that mean the same in different dialects.
    private static let sameRoles = ["assistant": "model", "CHATBOT": "model", "USER": "user", "SYSTEM": "system"]

    /// Whether the role is that of a model.
    var isAnswer: Bool { role.map { role in (ComparedTurn.sameRoles[role] ?? role) == "model" } ?? false }

    /// Reads a turn.
    ///
    /// - Parameters:
    ///   - number: its number.
    ///   - role: its role.
    ///   - parts: its parts.
    ///   - images: the images of the exchange, by the paths of their parts.
    ///   - path: the path of its first part, without the number.
    ///   - omitsCalls: whether tool calls are no part of what is compared, since they are compared by themselves.
    init(
        number: Int, role: String?, parts: [MessagePart], images: [String: EmbeddedImage], path: String,
        omitsCalls: Bool = false
    ) {
        self.number = number
        self.role = role
        var whole = ContentHasher()
        whole.append(role.map { role in ComparedTurn.sameRoles[role] ?? role })
        var words = whole
        var speech = SpeechHasher()
        for (index, part) in parts.enumerated() {
            place = place ?? part.place
            speech.append(part)
            if omitsCalls, case .toolCall = part.content { continue }
            let digest = PartDigest(part)
            whole.append(digest.hash)
            if let image = images["\(path)\(index)"] {
                self.images.append(image)
            } else {
                words.append(digest.hash)
                pieces += digest.pieces
            }
        }
        hash = whole.finish()
        self.words = words.finish()
        self.speech = speech.finish()
    }
}
