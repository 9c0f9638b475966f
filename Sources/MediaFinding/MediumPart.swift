/// The part of a message that a medium is.
public struct MediumPart: Sendable, Hashable {
    /// Its path: `answer/messages/0/parts/1`.
    public let path: String

    /// The role of its message, verbatim; `system` for the system instruction.
    public let role: String?

    /// The number of its turn, from 1; 0 for the system instruction, one more than the prompt's last for the answer.
    public let turn: Int

    /// Creates the place of a part.
    public init(path: String, role: String?, turn: Int) {
        self.path = path
        self.role = role
        self.turn = turn
    }
}
