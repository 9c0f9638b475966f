internal import CaptureReading
internal import JSONReading

/// Reads the content of a message as OpenAI's APIs write it: a text, or a list of parts that each name their type.
struct OpenAIContent {
    /// The payload that holds the content.
    let payload: Payload

    /// Whether texts that follow each other are one part, as in an answer; a client that sends two texts meant two.
    let joinsTexts: Bool

    /// Adds the parts of a content; null has none, and what is neither text nor a list of parts is kept as it is.
    func append(_ content: JSONValue, to parts: inout PartAccumulator) {
        switch content.kind {
        case .null: break
        case .string: append(text: content, as: .text, to: &parts)
        case .array: for item in content.elements { append(item: item, to: &parts) }
        default: append(item: content, to: &parts)
        }
    }

    /// Adds one part.
    private func append(item: JSONValue, to parts: inout PartAccumulator) {
        if item.kind == .string { return append(text: item, as: .text, to: &parts) }
        let type = item["type"]?.string
        switch type {
        case "text", "input_text", "output_text": append(text: item["text"], as: .text, of: item, to: &parts)
        case "refusal": append(text: item["refusal"], as: .refusal, of: item, to: &parts)
        case "reasoning_text", "summary_text": append(text: item["text"], as: .reasoning, of: item, to: &parts)
        case "thinking": append(thinking: item, to: &parts)
        default: parts.append(part(item, type: type))
        }
    }

    /// Adds a text; an empty one says nothing in an answer.
    func append(text: JSONValue, as kind: PartAccumulator.TextKind, to parts: inout PartAccumulator) {
        let place = payload.place(of: text)
        if !joinsTexts { parts.beginText(as: kind, place: place) }
        guard !text.contentRange.isEmpty else { return }
        parts.append(text: text, as: kind, signature: nil, place: place)
    }

    /// Adds the text of a part with what is said beside it; a part whose text is none is kept as it is.
    private func append(
        text: JSONValue?, as kind: PartAccumulator.TextKind, of item: JSONValue, to parts: inout PartAccumulator
    ) {
        guard let text, text.kind == .string else {
            parts.append(
                MessagePart(.other(type: item["type"]?.string ?? "", raw: item), place: payload.place(of: item)))
            return
        }
        let details = details(of: item, except: OpenAIContent.textMembers)
        if !joinsTexts || (text.contentRange.isEmpty && !details.isEmpty) {
            parts.beginText(as: kind, place: payload.place(of: text))
        }
        if !text.contentRange.isEmpty || !details.isEmpty {
            parts.append(text: text, as: kind, signature: nil, details: details, place: payload.place(of: text))
        }
        let annotations = item["annotations"].map { list in Array(list.elements) } ?? []
        if !annotations.isEmpty { parts.annotate(last: kind, with: annotations) }
    }

    private static let textMembers: Set = ["type", "text", "refusal", "annotations"]

    /// Adds reasoning as Mistral writes it: a list of texts.
    private func append(thinking item: JSONValue, to parts: inout PartAccumulator) {
        guard let thinking = item["thinking"], thinking.isArray || thinking.kind == .string else {
            parts.append(MessagePart(.other(type: "thinking", raw: item), place: payload.place(of: item)))
            return
        }
        for piece in thinking.isArray ? Array(thinking.elements) : [thinking] {
            if let text = piece.kind == .string ? piece : piece["text"], text.kind == .string {
                append(text: text, as: .reasoning, to: &parts)
            } else {
                append(item: piece, to: &parts)
            }
        }
        if let signature = item["signature"]?.filledWord { parts.sign(last: .reasoning, with: signature) }
    }

    /// A part that is no text.
    private func part(_ item: JSONValue, type: String?) -> MessagePart {
        let place = payload.place(of: item)
        guard let type, let media = media(of: item, type: type) else {
            return MessagePart(.other(type: type ?? "content", raw: item), place: place)
        }
        let details =
            details(of: item, except: media.read.union(["type"]))
            + details(of: media.holder, except: OpenAIContent.mediaMembers)
        return MessagePart(media.content, details: details, place: place)
    }

    private static let mediaMembers: Set = ["url", "data", "format", "file_data", "file_id", "file_url"]

    /// A medium that a part holds or names.
    private struct Media {
        var content: PartContent
        /// The members of the part that were read.
        var read: Set<String>
        /// The object inside the part that holds the medium, where there is one.
        var holder: JSONValue?
    }

    /// The medium of a part; nil when its type has none, or it lacks what its type says.
    private func media(of item: JSONValue, type: String) -> Media? {
        switch type {
        case "image_url", "input_image": linked(item, by: "image_url", as: .image)
        case "audio_url": linked(item, by: "audio_url", as: .audio)
        case "video_url": linked(item, by: "video_url", as: .video)
        case "document_url": linked(item, by: "document_url", as: .document)
        case "input_audio": sound(item)
        case "file", "input_file": file(item)
        default: nil
        }
    }

    /// A medium behind a URL, which stands as a string or in an object, or in the provider's store.
    private func linked(_ item: JSONValue, by name: String, as modality: Modality) -> Media? {
        let holder = item[name].flatMap { value in value.isObject ? value : nil }
        if let url = holder?["url"] ?? item[name], let content = DataURL.content(url, modality: modality, in: payload) {
            return Media(content: content, read: [name], holder: holder)
        }
        guard let id = item["file_id"]?.filledWord else { return nil }
        let reference = FileReference(target: .id(id), declaredType: nil, modality: modality)
        return Media(content: .file(reference), read: [name, "file_id"])
    }

    /// Sound, whose format is named without the first half of its media type.
    private func sound(_ item: JSONValue) -> Media? {
        guard let holder = item["input_audio"], let data = holder["data"], data.kind == .string else { return nil }
        let type = holder["format"]?.string.map { format in "audio/\(format)" }
        let blob =
            DataURL(data, modality: .audio, in: payload)?.blob
            ?? Blob(base64: data, declaredType: type, modality: .audio, in: payload)
        return Media(content: .blob(blob), read: ["input_audio"], holder: holder)
    }

    /// A file: its data, its id in the provider's store, or its address.
    private func file(_ item: JSONValue) -> Media? {
        let holder = item["file"].flatMap { value in value.isObject ? value : nil }
        let file = holder ?? item
        let content: PartContent
        if let data = file["file_data"], data.kind == .string {
            content = .blob(
                DataURL(data, in: payload)?.blob ?? Blob(base64: data, declaredType: nil, in: payload))
        } else if let id = file["file_id"]?.filledWord {
            content = .file(FileReference(target: .id(id), declaredType: nil))
        } else if let url = file["file_url"], let linked = DataURL.content(url, modality: nil, in: payload) {
            content = linked
        } else {
            return nil
        }
        return Media(
            content: content, read: holder == nil ? OpenAIContent.mediaMembers : ["file"], holder: holder)
    }

    /// The members of an object that were not read, as details; null says nothing.
    private func details(of object: JSONValue?, except read: Set<String>) -> [MessageDetail] {
        let rest = object?.members.filter { member in !member.value.isNull && !read.contains(member.name) } ?? []
        return rest.map { member in MessageDetail(name: member.name, values: [member.value]) }
    }
}
