internal import JSONReading

/// NovelAI: `Software` names it, `Description` is the prompt, `Source` the model, `Comment` an object of settings.
struct NovelAIGenerator: ImageGenerator {
    func parameters(in texts: [ImageText]) -> GenerationParameters? {
        guard texts.text("Software")?.hasPrefix("NovelAI") == true else { return nil }
        var parameters = GenerationParameters(generator: "NovelAI")
        let comment = texts.object("Comment")
        parameters.prompt = texts.text("Description") ?? comment?["prompt"]?.string
        parameters.negativePrompt = comment?["uc"]?.string
        parameters.add("model", texts.text("Source"))
        for name in ["seed", "steps", "sampler", "scale", "width", "height", "request_type"] {
            parameters.add(name, comment?[name]?.scalarText)
        }
        return parameters
    }
}
