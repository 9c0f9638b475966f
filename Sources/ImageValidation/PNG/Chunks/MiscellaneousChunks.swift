extension ChunkDescriptor {
    /// The size of a pixel.
    ///
    /// PNG, 3rd edition, §11.3.4.3
    static let physicalDimensions = ChunkDescriptor(type: "pHYs", order: .beforeImageData) { chunk, reading in
        guard reading.hasLength(9, of: chunk, rule: .dimensionsLength) else { return }
        for offset in [0, 4] {
            let value = chunk.data.big32(offset)
            if value == 0 {
                reading.tell(
                    .dimensionsZero, chunk, at: offset, expected: "at least 1 pixel a unit", found: "0")
            } else if value > ImageHeader.largest {
                reading.tell(
                    .dimensionsBig, chunk, at: offset, expected: "a number of at most \(ImageHeader.largest)",
                    found: "\(value)")
            }
        }
        let unit = chunk.data.byte(8)
        guard unit > 1 else { return }
        reading.tell(.dimensionsUnit, chunk, at: 8, expected: "unit 0 (unknown) or 1 (metre)", found: "\(unit)")
    }

    /// When the image was last changed.
    ///
    /// PNG, 3rd edition, §11.3.5.1
    static let time = ChunkDescriptor(type: "tIME") { chunk, reading in
        guard reading.hasLength(7, of: chunk, rule: .timeLength) else { return }
        let year = chunk.data.big16(0)
        let fields: [(name: String, range: ClosedRange<UInt8>)] = [
            ("month", 1...12), ("day", 1...31), ("hour", 0...23), ("minute", 0...59), ("second", 0...60),
        ]
        var isSound = true
        for (index, field) in fields.enumerated() where !field.range.contains(chunk.data.byte(2 + index)) {
            isSound = false
            reading.tell(
                .timeRange, chunk, at: 2 + index,
                expected: "a \(field.name) from \(field.range.lowerBound) to \(field.range.upperBound)",
                found: "\(chunk.data.byte(2 + index))")
        }
        let (month, day) = (Int(chunk.data.byte(2)), Int(chunk.data.byte(3)))
        guard isSound, day > ChunkDescriptor.days(ofMonth: month, year: year) else { return }
        reading.tell(.timeDate, chunk, at: 3, expected: "a date that exists", found: "\(year)-\(month)-\(day)")
    }

    /// The days of a month in the Gregorian calendar.
    private static func days(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2:
            year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// What a camera or a program says of the image.
    ///
    /// PNG, 3rd edition, §11.3.4.5; CIPA DC-008
    static let exif = ChunkDescriptor(type: "eXIf") { chunk, reading in
        if reading.isBehindImageData {
            reading.tell(
                .orderExif, chunk, expected: "eXIf before the image data", found: "it behind them",
                note: "earlier extensions of PNG allowed that")
        }
        reading.metadata.exif = reading.metadata.exif ?? chunk.data
        let isLittle = chunk.data.starts(with: [0x49, 0x49, 0x2A, 0])
        guard isLittle || chunk.data.starts(with: [0x4D, 0x4D, 0, 0x2A]) else {
            let note = chunk.data.has("Exif") ? "the prefix Exif belongs into JPEG files" : nil
            reading.tell(
                .exifHeader, chunk, at: 0, expected: "II*\\0 or MM\\0*", found: chunk.data.hexadecimal(8), note: note)
            return
        }
        let offset = chunk.data.count < 8 ? nil : isLittle ? chunk.data.little32(4) : chunk.data.big32(4)
        guard offset.map({ offset in offset < 8 || offset + 2 > chunk.data.count }) ?? true else { return }
        reading.tell(
            .exifDirectory, chunk, at: 4, expected: "the first directory within the chunk",
            found: offset.map { offset in "offset \(offset) of \(chunk.data.count) bytes" } ?? "the end of the chunk")
    }

    /// The credentials of the content, in one box of JUMBF.
    ///
    /// C2PA 2.2 §A.3.2; ISO/IEC 19566-5
    static let contentCredentials = ChunkDescriptor(type: "caBX") { chunk, reading in
        if reading.isBehindImageData {
            reading.tell(.credentialsOrder, chunk, expected: "caBX before the image data", found: "it behind them")
        }
        let data = chunk.data
        reading.metadata.credentials.append(data)
        guard data.count >= 8, data.has("jumb", at: 4) else {
            reading.tell(.credentialsBox, chunk, at: 0, expected: "a box of type jumb", found: data.hexadecimal(8))
            return
        }
        let size =
            switch data.big32(0) {
            case 0: data.count
            case 1 where data.count >= 16: data.big32(8) == 0 ? data.big32(12) : .max
            default: data.big32(0)
            }
        guard size != data.count else { return }
        reading.tell(
            .credentialsBox, chunk, at: 0, expected: "one box of \(data.count) bytes, as long as the chunk",
            found: "one of \(size)")
    }
}
