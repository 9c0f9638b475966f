internal import ImageValidation

/// What an image carries beside its pixels, as JSON outputs show it; nothing where there is nothing.
struct EncodedImageMetadata {
    /// What is known of the image.
    let report: ImageReport

    /// Writes the member `metadata`.
    func write(to writer: inout RedactingWriter) {
        guard !report.texts.isEmpty || report.exif != nil || report.xmp != nil else { return }
        writer.object("metadata") { writer in
            if !report.texts.isEmpty { writer.array("texts", report.texts.map(EncodedImageText.init)) }
            writer.member("generation", report.generation.map(EncodedGeneration.init))
            writer.member("exif", report.exif.map(EncodedExif.init))
            writer.member("xmp", report.xmp.map(EncodedXMP.init))
        }
    }
}

/// A text that an image carries.
private struct EncodedImageText: EncodedValue {
    let text: ImageText

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.captured("chunk", text.part)
            writer.captured("keyword", text.keyword)
            writer.captured("text", text.text)
            writer.flag("cut", text.isCut)
        }
    }
}

/// A name with a value.
private struct EncodedPair: EncodedValue {
    let name: String
    let value: String

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.captured("name", name)
            writer.captured("value", value)
        }
    }
}

/// How the image was made.
private struct EncodedGeneration: EncodedValue {
    let parameters: GenerationParameters

    func write(to writer: inout RedactingWriter) {
        let settings = parameters.settings.map { setting in EncodedPair(name: setting.name, value: setting.value) }
        writer.object { writer in
            writer.own("generator", parameters.generator)
            writer.captured("prompt", parameters.prompt)
            writer.captured("negative_prompt", parameters.negativePrompt)
            writer.array("settings", settings)
            writer.number("nodes", parameters.nodeCount)
        }
    }
}

/// What Exif says.
private struct EncodedExif: EncodedValue {
    let exif: ExifSummary

    func write(to writer: inout RedactingWriter) {
        writer.object { writer in
            writer.array("fields", exif.fields.map { field in EncodedPair(name: field.name, value: field.value) })
            guard let position = exif.position else { return }
            writer.object("position") { writer in
                writer.number("latitude", position.latitude)
                writer.number("longitude", position.longitude)
            }
        }
    }
}

/// What XMP says.
private struct EncodedXMP: EncodedValue {
    let xmp: XMPSummary

    func write(to writer: inout RedactingWriter) {
        let properties = xmp.properties.map { property in EncodedPair(name: property.name, value: property.value) }
        writer.object { writer in
            writer.number("bytes", xmp.byteCount)
            writer.array("properties", properties)
        }
    }
}
