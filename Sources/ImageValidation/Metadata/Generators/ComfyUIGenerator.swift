internal import JSONReading

/// ComfyUI: the text `prompt` holds the graph that was run, `workflow` the one that is drawn.
struct ComfyUIGenerator: ImageGenerator {
    /// The inputs of nodes that say what the image is made from, in the names of the nodes that come with the program.
    private static let telling = ["ckpt_name", "unet_name", "lora_name", "seed", "noise_seed", "steps", "sampler_name"]

    func parameters(in texts: [ImageText]) -> GenerationParameters? {
        let graph = texts.object("prompt")
        let nodes = graph.map { graph in graph.members.filter { node in node.value["class_type"] != nil } } ?? []
        let drawn = texts.object("workflow")?["nodes"]
        guard !nodes.isEmpty || drawn?.isArray == true else { return nil }
        var parameters = GenerationParameters(generator: "ComfyUI")
        parameters.nodeCount = nodes.isEmpty ? drawn?.count : nodes.count
        for node in nodes {
            guard let inputs = node.value["inputs"] else { continue }
            for name in ComfyUIGenerator.telling { parameters.add(name, inputs[name]?.scalarText) }
            // Which of the texts is the negative one only the links of the graph tell.
            if node.value["class_type"]?.string?.hasPrefix("CLIPTextEncode") == true {
                parameters.add("text", inputs["text"]?.string)
            }
        }
        return parameters
    }
}
