internal import JSONReading

/// A program that writes into its images how it made them.
protocol ImageGenerator: Sendable {
    /// The parameters that it wrote into the texts of an image; nil where it is not the one that wrote them.
    func parameters(in texts: [ImageText]) -> GenerationParameters?
}

/// The programs that are known.
enum GeneratorCatalog {
    /// Every program, by name; the first that knows its texts is the one.
    static let all: [any ImageGenerator] = [
        Automatic1111Generator(), ComfyUIGenerator(), InvokeAIGenerator(), NovelAIGenerator(), SwarmUIGenerator(),
    ]

    /// What the program that made an image says of how it did; nil where none is known.
    static func parameters(in texts: [ImageText]) -> GenerationParameters? {
        all.lazy.compactMap { generator in generator.parameters(in: texts) }.first
    }
}

extension [ImageText] {
    /// The text of a keyword.
    func text(_ keyword: String) -> String? {
        first { text in text.keyword == keyword }?.text
    }

    /// The JSON object in the text of a keyword, as far as it goes.
    func object(_ keyword: String) -> JSONValue? {
        guard let text = text(keyword), let root = JSONDocument(parsing: [UInt8](text.utf8)).root, root.isObject else {
            return nil
        }
        return root
    }
}

extension JSONValue {
    /// A string, or the lexeme of a number, or a word.
    var scalarText: String? {
        string ?? numberLexeme ?? bool.map(String.init)
    }
}
