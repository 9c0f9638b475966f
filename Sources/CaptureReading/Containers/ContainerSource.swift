/// The capture in a container, decoded while it is read; it owns the state of a decoder, hence a class.
package protocol ContainerSource: ByteSource, AnyObject {
    /// The container.
    var id: ContainerID { get }

    /// What is wrong with the container, as far as it has been read.
    var defects: [ContainerDefect] { get }

    /// How many bytes of the outermost container have been decoded.
    var inputCount: Int { get }

    /// The name that the capture has in an archive, as that has it; nil in a container that holds nothing else.
    var memberName: String? { get }

    /// The files beside the capture in an archive; nil in a container that holds nothing else.
    var attachments: (any Attachments)? { get }
}

extension ContainerSource {
    /// Most containers hold one thing, without a name.
    package var memberName: String? { nil }

    /// Most containers hold one thing.
    package var attachments: (any Attachments)? { nil }
}
