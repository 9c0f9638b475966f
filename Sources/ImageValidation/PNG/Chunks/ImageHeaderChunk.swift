extension ChunkDescriptor {
    /// What the image is.
    ///
    /// PNG, 3rd edition, §11.2.1
    static let imageHeader = ChunkDescriptor(type: "IHDR") { chunk, reading in
        _ = reading.hasLength(ImageHeader.size, of: chunk, rule: .headerLength)
        // A second header changes nothing.
        guard reading.header == nil, let header = ImageHeader(chunk.data) else { return }
        reading.header = header
        reading.checkSize(header, chunk)
        reading.checkSamples(header, chunk)
        if header.compression != 0 {
            reading.tell(
                .headerCompression, chunk, at: 10, expected: "compression method 0", found: "\(header.compression)")
        }
        if header.filter != 0 {
            let note = header.filter == 64 ? "64 is the intrapixel differencing of MNG" : nil
            reading.tell(
                .headerFilter, chunk, at: 11, expected: "filter method 0", found: "\(header.filter)", note: note)
        }
        if header.interlace > 1 {
            reading.tell(
                .headerInterlace, chunk, at: 12, expected: "interlace method 0 or 1", found: "\(header.interlace)")
        }
    }
}

extension PNGReading {
    fileprivate mutating func checkSize(_ header: ImageHeader, _ chunk: PNGChunk) {
        for (name, size, offset) in [("width", header.width, 0), ("height", header.height, 4)] {
            if size == 0 {
                tell(.headerZero, chunk, at: offset, expected: "a \(name) of at least 1", found: "0")
            } else if size > ImageHeader.largest {
                tell(
                    .headerSize, chunk, at: offset, expected: "a \(name) of at most \(ImageHeader.largest)",
                    found: "\(size)")
            }
        }
        let (pixels, isTooMany) = header.width.multipliedReportingOverflow(by: header.height)
        let limit = options.pixelLimit
        guard isTooMany || pixels > limit else { return }
        tell(.imageHuge, chunk, expected: "at most \(limit) pixels", found: "\(header.width) x \(header.height)")
    }

    fileprivate mutating func checkSamples(_ header: ImageHeader, _ chunk: PNGChunk) {
        guard let color = header.color else {
            tell(.headerColor, chunk, at: 9, expected: "colour type 0, 2, 3, 4 or 6", found: "\(header.colorType)")
            return
        }
        guard !header.isDepthAllowed else { return }
        let depths = ImageHeader.depths(of: color).map { depth in "\(depth)" }.joined(separator: ", ")
        tell(
            .headerDepth, chunk, at: 8, expected: "a bit depth out of \(depths) for colour type \(header.colorType)",
            found: "\(header.bitDepth)")
    }
}
