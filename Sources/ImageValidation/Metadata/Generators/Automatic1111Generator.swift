/// Stable Diffusion web UI of AUTOMATIC1111, and those that write like it: Forge, reForge, SD.Next.
///
/// The text `parameters` holds the prompt, `Negative prompt: `, and last a line of settings that begins with `Steps: `.
struct Automatic1111Generator: ImageGenerator {
    func parameters(in texts: [ImageText]) -> GenerationParameters? {
        guard let text = texts.text("parameters") else { return nil }
        // CR with LF is one character.
        var lines = text.split(omittingEmptySubsequences: false) { character in character.isNewline }[...]
        guard let last = lines.lastIndex(where: { line in line.hasPrefix("Steps: ") }) else { return nil }
        var parameters = GenerationParameters(generator: "AUTOMATIC1111")
        for (name, value) in Automatic1111Generator.settings(in: lines[last]) { parameters.add(name, value) }
        lines = lines[..<last]
        let mark = "Negative prompt: "
        let negative = lines.firstIndex { line in line.hasPrefix(mark) } ?? lines.endIndex
        parameters.prompt = lines[..<negative].joined(separator: "\n")
        if negative < lines.endIndex {
            parameters.negativePrompt = String(lines[negative...].joined(separator: "\n").dropFirst(mark.count))
        }
        return parameters
    }

    /// Names and values with a colon between them, and commas between the pairs; a value in quotes may hold commas.
    private static func settings(in line: Substring) -> [(String, String)] {
        var pairs: [Substring] = []
        var isQuoted = false
        var start = line.startIndex
        for index in line.indices {
            if line[index] == "\"" { isQuoted.toggle() }
            guard line[index] == ",", !isQuoted else { continue }
            pairs.append(line[start..<index])
            start = line.index(after: index)
        }
        pairs.append(line[start...])
        return pairs.compactMap { pair in
            guard let colon = pair.firstIndex(of: ":") else { return nil }
            let name = pair[..<colon].drop { character in character == " " }
            let value = pair[pair.index(after: colon)...].drop { character in character == " " }
            return (String(name), String(value))
        }
    }
}
