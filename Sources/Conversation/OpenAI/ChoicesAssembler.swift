internal import JSONReading

/// Folds the chunks of Chat Completions and of the older completions; a whole answer is one chunk.
///
/// A recording may hold several answers one behind the other: each is folded by itself.
struct ChoicesAssembler: MessageAssembler {
    private let defaultRole: String?
    private var earlier: [ChoicesAnswer] = []
    private var current = ChoicesAnswer()

    /// Creates an assembler; messages that name no role have the default.
    init(defaultRole: String?) {
        self.defaultRole = defaultRole
    }

    /// Folds one chunk.
    mutating func append(_ payload: Payload) {
        if beginsAnother(payload.root) {
            earlier.append(current)
            current = ChoicesAnswer()
        }
        current.append(payload)
    }

    /// Whether a chunk begins another answer: it has another id than the answer so far, which said why it ended, and
    /// begins a message.
    ///
    /// An id that merely changes says nothing: some servers give each chunk its own.
    private func beginsAnother(_ chunk: JSONValue) -> Bool {
        guard let known = current.id, let id = chunk["id"]?.filledWord, id != known, current.isEnded else {
            return false
        }
        return chunk["choices"]?.elements.contains { choice in
            choice["delta"]?["role"]?.filledWord != nil || choice["message"]?.isObject == true
        } ?? false
    }

    /// The first answer, with those that follow it.
    consuming func finish() -> Answer {
        let role = defaultRole
        var answers = (earlier + [current]).map { answer in answer.finish(defaultRole: role) }
        var first = answers.removeFirst()
        first.alternatives = answers
        return first
    }
}
