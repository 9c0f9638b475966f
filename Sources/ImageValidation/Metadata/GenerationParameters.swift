/// What a program that made an image says of how it did.
///
/// All of it is as the image has it: escape it before it goes to a terminal.
public struct GenerationParameters: Sendable, Hashable {
    /// The program, or the family of programs that write like it.
    public let generator: String

    /// What was asked for.
    public var prompt: String?

    /// What was not to be seen.
    public var negativePrompt: String?

    /// Further settings, in order.
    public var settings: [Setting] = []

    /// The nodes of the graph that made the image.
    public var nodeCount: Int?

    /// A setting, by the name that the program has for it.
    public struct Setting: Sendable, Hashable {
        /// The name.
        public let name: String

        /// The value as text.
        public let value: String
    }

    /// Parameters of which only the program is known.
    init(generator: String) {
        self.generator = generator
    }

    /// Adds a setting that is there.
    mutating func add(_ name: String, _ value: String?) {
        guard let value else { return }
        settings.append(Setting(name: name, value: value))
    }
}
