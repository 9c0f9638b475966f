extension ChunkDescriptor {
    /// A piece of the image data; the pieces are checked together, at the end.
    ///
    /// PNG, 3rd edition, §11.2.3
    static let imageData = ChunkDescriptor(type: "IDAT", isOnce: false)

    /// The end.
    ///
    /// PNG, 3rd edition, §11.2.4
    static let imageEnd = ChunkDescriptor(type: "IEND") { chunk, reading in
        _ = reading.hasLength(0, of: chunk, rule: .endLength)
    }

    /// The sign of the variant that Apple's developer tools make for devices: no PNG.
    static let appleCrushed = ChunkDescriptor(type: "CgBI") { chunk, reading in
        reading.tell(
            .appleCrushed, chunk, expected: "a PNG", found: "Apple's variant for devices",
            note:
                "deflate without its zlib header, blue first, colours multiplied by alpha; pngcrush -revert-iphone-optimizations undoes it"
        )
    }
}
