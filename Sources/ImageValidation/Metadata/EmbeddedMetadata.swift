/// The metadata of an image as the file holds them, before they are read.
struct EmbeddedMetadata {
    /// Exif, from its TIFF header on.
    var exif: ArraySlice<UInt8>?

    /// An XMP packet.
    var xmp: ArraySlice<UInt8>?

    /// JUMBF boxes of content credentials.
    var credentials: [ArraySlice<UInt8>] = []

    /// Metadata of which there are none.
    init() {}
}

extension ImageReport {
    /// Reads metadata, and what the texts say of how the image was made.
    mutating func read(_ metadata: EmbeddedMetadata) {
        generation = GeneratorCatalog.parameters(in: texts)
        exif = metadata.exif.flatMap(ExifSummary.init)
        let packet = texts.first { text in text.keyword == "XML:com.adobe.xmp" }.map { text in
            Array(text.text.utf8)[...]
        }
        xmp = (metadata.xmp ?? packet).map(XMPSummary.init)
        credentials = metadata.credentials.lazy.compactMap(ContentCredentials.init).first
    }
}
