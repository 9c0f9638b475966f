internal import JSONReading

/// InvokeAI: the text `invokeai_metadata` holds an object, `invokeai_graph` the graph.
struct InvokeAIGenerator: ImageGenerator {
    func parameters(in texts: [ImageText]) -> GenerationParameters? {
        guard let object = texts.object("invokeai_metadata") else { return nil }
        var parameters = GenerationParameters(generator: "InvokeAI")
        parameters.prompt = object["positive_prompt"]?.string
        parameters.negativePrompt = object["negative_prompt"]?.string
        parameters.add("model", object["model"]?["name"]?.string ?? object["model"]?["model_name"]?.string)
        for name in ["seed", "steps", "cfg_scale", "scheduler", "width", "height", "app_version"] {
            parameters.add(name, object[name]?.scalarText)
        }
        let nodes = texts.object("invokeai_graph")?["nodes"]
        parameters.nodeCount = nodes?.count
        return parameters
    }
}
