internal import JSONReading

/// SwarmUI: the text `parameters` holds an object with `sui_image_params` in it.
struct SwarmUIGenerator: ImageGenerator {
    func parameters(in texts: [ImageText]) -> GenerationParameters? {
        guard let object = texts.object("parameters")?["sui_image_params"] else { return nil }
        var parameters = GenerationParameters(generator: "SwarmUI")
        parameters.prompt = object["prompt"]?.string
        parameters.negativePrompt = object["negativeprompt"]?.string
        for member in object.members where !["prompt", "negativeprompt"].contains(member.name) {
            parameters.add(member.name, member.value.scalarText)
        }
        return parameters
    }
}
