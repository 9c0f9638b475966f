internal import Conversation
internal import JSONReading

/// Where the APIs put data in JSON.
///
/// A `data:` URL is known wherever it stands, and so is base64 that begins as an image does; neither needs a line here. A
/// line tells the type of what is declared beside it, and lets placeholders and damaged data be known for what they are.
enum MediaPlaceCatalog {
    /// Every place, by its first name.
    static let all: [MediaPlace] = [
        // Speech of Google Cloud.
        MediaPlace(["audioContent"], .none, .audio),
        // OpenAI's images, xAI, Together, Fireworks, and the servers that are compatible.
        MediaPlace(["b64_json"], .none, .image),
        // Stability AI, version 1.
        MediaPlace(["base64"], .inside(["artifacts", "images", "image"]), .image),
        // Anthropic's computer use through other APIs, and browsers driven by agents.
        MediaPlace(["base64_image", "image_base64", "image_b64", "screenshot"], .none, .image),
        // Bedrock's Converse.
        MediaPlace(["bytes"], .inside(["image"]), .image),
        MediaPlace(["bytes"], .inside(["audio"]), .audio),
        MediaPlace(["bytes"], .inside(["document", "video"])),
        // Imagen and Veo at Vertex AI.
        MediaPlace(["bytesBase64Encoded"], .none, .image),
        // Gemini, Anthropic, the Model Context Protocol, and Gemini's interactions.
        MediaPlace(["data"], .mediaType),
        MediaPlace(["data"], .type(["image"]), .image),
        MediaPlace(["data"], .inside(["input_audio", "audio"]), .audio),
        // OpenAI's files.
        MediaPlace(["file_data"]),
        // Imagen by Google's SDKs.
        MediaPlace(["imageBytes", "image_bytes"], .none, .image),
        // Ollama, Bedrock's image models, Stable Diffusion's web interface.
        MediaPlace(["images", "init_images"], .none, .image),
        // The same, and Stability AI in version 2.
        MediaPlace(["image", "input_image", "init_image", "mask", "maskImage", "mask_image"], .none, .image),
        // OpenAI's Responses while an image is drawn.
        MediaPlace(["partial_image_b64"], .none, .image),
        // OpenAI's Responses, and the resources of the Model Context Protocol.
        MediaPlace(["result"], .type(["image_generation_call"]), .image),
        MediaPlace(["blob"], .mediaType),
    ]

    private static let byName = Dictionary(
        all.flatMap { place in place.names.map { name in (name, [place]) } }, uniquingKeysWith: +)

    /// How many bytes the names take that begin with a byte, as bits: nearly all other names are told from them by that.
    private static let lengths: [UInt32] = byName.keys.reduce(into: Array(repeating: 0, count: 256)) { lengths, name in
        if let first = name.utf8.first { lengths[Int(first)] |= 1 << UInt32(name.utf8.count) }
    }

    /// Whether a name may be one of those; an escape may stand for any letter.
    private static func mayKnow(_ name: ArraySlice<UInt8>) -> Bool {
        guard let first = name.first, name.count < 32 else { return false }
        return lengths[Int(first)] >> UInt32(name.count) & 1 != 0 || name.contains(UInt8(ascii: "\\"))
    }

    /// The place that a string stands at; nil where it stands at none that is known.
    static func place(of stop: JSONStringWalk.Stop) -> MediaPlace? {
        // The elements of an array stand under its name.
        let nearest = stop.name ?? stop.enclosing.dropFirst().first { _ in true }?.name
        guard let nearest, mayKnow(nearest.rawBytes.dropFirst().dropLast()), let name = nearest.string,
            let places = byName[name]
        else { return nil }
        return places.first { place in place.fits(stop) }
    }
}
