extension PNGReading {
    /// Tells where a chunk stands that it may not, and notes that it was there.
    ///
    /// PNG, 3rd edition, §5.6
    mutating func place(_ chunk: PNGChunk, isFirst: Bool, last: ChunkType?) {
        if isFirst, chunk.type != "IHDR", chunk.type != "CgBI" {
            tell(.orderFirst, chunk, expected: "IHDR as the first chunk", found: "\(chunk.type)")
        }
        let descriptor = ChunkCatalog.byType[chunk.type]
        if descriptor?.isOnce == true, seen.contains(chunk.type) {
            tell(.orderDuplicate, chunk, expected: "one \(chunk.type)", found: "another")
        }
        if chunk.type == "IDAT", isBehindImageData, let last, last != "IDAT" {
            tell(.orderSplitImageData, chunk, expected: "image data without other chunks among them", found: "\(last)")
        }
        if chunk.type == "PLTE" {
            placePalette(chunk)
        } else if let descriptor {
            place(chunk, descriptor.order)
        } else {
            tellUnknown(chunk)
        }
        seen.insert(chunk.type)
    }

    private mutating func placePalette(_ chunk: PNGChunk) {
        if isBehindImageData {
            tell(.orderLatePalette, chunk, expected: "PLTE before the image data", found: "it behind them")
        }
        for type in ["bKGD", "hIST", "tRNS"] as [ChunkType] where seen.contains(type) && !seen.contains("PLTE") {
            tell(.orderAfterPalette, chunk, expected: "\(type) behind PLTE", found: "it before")
        }
    }

    private mutating func place(_ chunk: PNGChunk, _ order: ChunkDescriptor.Order) {
        switch order {
        case .anywhere: return
        case .beforePalette:
            guard isBehindImageData || seen.contains("PLTE") else { return }
            let what = isBehindImageData ? "the image data" : "PLTE"
            tell(
                .orderBeforePalette, chunk, expected: "\(chunk.type) before PLTE and the image data",
                found: "it behind \(what)")
        case .afterPalette, .beforeImageData:
            guard isBehindImageData else { return }
            tell(.orderBeforeImageData, chunk, expected: "\(chunk.type) before the image data", found: "it behind them")
        }
    }

    /// A type that is not registered: harmless, or not.
    private mutating func tellUnknown(_ chunk: PNGChunk) {
        if chunk.type.isReserved {
            tell(
                .chunkReserved, chunk, expected: "a capital as the third letter of a chunk type",
                found: "\(chunk.type)",
                note: "a small one is kept for later editions")
        } else if chunk.type.isCritical {
            tell(.unknownCritical, chunk, expected: "critical chunks of the specification", found: "\(chunk.type)")
        } else if chunk.type.isPrivate {
            let name = ChunkCatalog.privateTypes[chunk.type].map { name in "\(chunk.type), \(name)" }
            tell(
                .privateChunk, chunk, expected: "registered chunks", found: name ?? "the private \(chunk.type)",
                note: "\(chunk.data.count) bytes, beginning with \(chunk.data.hexadecimal(8))")
        } else {
            tell(
                .unknownPublic, chunk, expected: "registered chunks", found: "\(chunk.type)",
                note: ChunkCatalog.unregistered[chunk.type])
        }
    }
}
