/// Something wrong with a container around a capture.
package struct ContainerDefect: Hashable, Sendable {
    /// What is wrong, without the container's name: `truncated`.
    package var id: String

    /// What was expected and what was found, in one sentence.
    package var message: String

    /// Why the container was not decoded to its end, and where; nil where it was.
    package var fault: BodyFault?

    /// Creates a defect that loses nothing of the capture.
    package init(id: String, message: String) {
        self.id = id
        self.message = message
    }

    /// Creates the defect of a container that was not decoded to its end, or not soundly.
    package init(_ fault: BodyFault) {
        id = fault.kind.rawValue.map { character in "_:".contains(character) ? "-" : String(character) }.joined()
        message = fault.message
        self.fault = fault
    }
}
