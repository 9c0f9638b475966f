/// Checks the image data of an image or of a frame: the zlib data, and the rows in them.
///
/// PNG, 3rd edition, §9, §10, §13.1
struct ImageDataCheck {
    /// What is checked.
    struct Subject {
        /// The pieces of zlib data, in order.
        let pieces: [ArraySlice<UInt8>]

        /// The chunks that they come from: `IDAT`, `fdAT`.
        let part: String

        /// What stands before the ids of rules: nothing, or `FR.`.
        let prefix: String

        /// The frame, from 1, in words; nothing for the image.
        let place: String?

        /// How the rows follow one another.
        let layout: ScanlineLayout

        /// The entries of the palette, where indices can lead out of it; else nil.
        let paletteSize: Int?
    }

    /// What came of it.
    struct Outcome {
        /// Whether the pixels can be recovered.
        var pixels = PixelState.none

        /// The rows that survive.
        var rows: ImageReport.RowCount
    }

    private let subject: Subject
    private let start: Int
    private let options: ImageValidationOptions
    private var log: DefectLog

    /// Checks image data and tells what is wrong to the log; `start` is the index of the image's first byte, and the
    /// reader can be used again afterwards.
    static func outcome(
        of subject: Subject, start: Int, options: ImageValidationOptions, reader: inout ZlibReader,
        log: inout DefectLog
    ) -> Outcome {
        var check = ImageDataCheck(subject: subject, start: start, options: options, log: log)
        let outcome = check.run(&reader)
        log = check.log
        return outcome
    }

    private mutating func run(_ reader: inout ZlibReader) -> Outcome {
        let expected = subject.layout.byteCount
        let (most, isTooMuch) = expected.addingReportingOverflow(options.surplusLimit)
        let limit = min(isTooMuch ? .max : most, options.pixelByteLimit)
        var rows = ScanlineReader(subject.layout, paletteSize: subject.paletteSize)
        reader.reset()
        for piece in subject.pieces {
            reader.append(piece) { output in
                rows.append(output)
                return rows.byteCount < limit
            }
        }
        guard let header = reader.header else {
            let count = subject.pieces.reduce(0) { count, piece in count + piece.count }
            tell(.short, "2 bytes of a zlib header", "\(count)")
            return Outcome(rows: ImageReport.RowCount(whole: 0, expected: subject.layout.rowCount))
        }
        tellFaults(of: header)
        guard header.faults.isEmpty else {
            return Outcome(rows: ImageReport.RowCount(whole: 0, expected: subject.layout.rowCount))
        }
        tellEnd(of: reader, rows)
        tellSize(of: reader, rows)
        tellRows(rows)
        tellWindow(of: reader, header)
        return outcome(of: reader, rows)
    }

    private func outcome(of reader: ZlibReader, _ rows: ScanlineReader) -> Outcome {
        let whole = rows.rowsBeforeBadFilter ?? rows.wholeRows
        let count = ImageReport.RowCount(whole: whole, expected: subject.layout.rowCount)
        var outcome = Outcome(pixels: .damaged, rows: count)
        let isChecked = reader.storedChecksum.count < 4 || reader.isChecksumRight || reader.isStopped
        if whole == 0 {
            outcome.pixels = .none
        } else if whole == count.expected, isChecked, rows.indices?.first == nil {
            outcome.pixels = .ok
        } else if reader.isStopped {
            outcome.pixels = .unchecked
        }
        return outcome
    }

    // MARK: Telling

    private mutating func tell(
        _ rule: ZlibRule, _ expected: @autoclosure () -> String, _ found: @autoclosure () -> String,
        note: String? = nil, at index: Int? = nil
    ) {
        tell(rule.rule("ZLB"), expected(), found(), note: note, at: index)
    }

    private mutating func tell(
        _ rule: ImageRule, _ expected: @autoclosure () -> String, _ found: @autoclosure () -> String,
        note: String? = nil, at index: Int? = nil
    ) {
        let offset = index ?? subject.pieces.first?.startIndex
        let remarks = [note, subject.place].compactMap { remark in remark }
        log.add(
            rule.within(subject.prefix), part: subject.part, at: offset.map { offset in offset - start },
            expected: expected(), found: found(), note: remarks.isEmpty ? nil : remarks.joined(separator: ", "))
    }

    /// What is wrong with the header, and what the data are instead.
    private mutating func tellFaults(of header: ZlibHeader) {
        for fault in header.faults {
            let words = header.words(for: fault)
            let isGzip = header.method == 0x1F && header.flags == 0x8B
            let note =
                isGzip ? "the data are gzip" : isRawDeflate ? "the data are deflate without its zlib header" : nil
            tell(fault, words.expected, words.found, note: note)
        }
    }

    /// Whether the data can be inflated from their first byte.
    private var isRawDeflate: Bool {
        guard let piece = subject.pieces.first(where: { piece in !piece.isEmpty }) else { return false }
        return DeflateSample.isSound(piece)
    }

    /// How the deflate data end.
    private mutating func tellEnd(of reader: ZlibReader, _ rows: ScanlineReader) {
        let survivors = "\(rows.wholeRows) of \(subject.layout.rowCount) rows survive"
        let end = subject.pieces.last?.endIndex
        if let failure = reader.failure {
            let rule = failure.isTooFar ? ZlibRule.far : .data
            tell(rule, "sound deflate data", failure.message, note: survivors, at: failure.index)
        } else if reader.isStopped {
            return
        } else if !reader.hasEnded, rows.byteCount < subject.layout.byteCount {
            tell(.truncated, "the end of the deflate data", "the end of the chunks", note: survivors, at: end)
        } else if !reader.hasEnded {
            tell(.noChecksum, "the end of the deflate data", "the last row alone", at: end)
        } else if reader.storedChecksum.count < 4 {
            let found = "\(reader.storedChecksum.count) of them"
            tell(.noChecksum, "4 bytes of an Adler-32", found, at: end)
        } else if !reader.isChecksumRight {
            let stored = UInt32(reader.storedChecksum[...].big32(0))
            let expected = "the Adler-32 \(reader.computedChecksum.spelled)"
            tell(.checksum, expected, stored.spelled, at: end)
        }
        if reader.surplus.count > 0 {
            let found = "\(reader.surplus.count) bytes" + (reader.surplus.isZero ? ", all zero" : "")
            tell(.extra, "nothing behind the zlib data", found, at: end)
        }
    }

    /// Whether the rows are all there, and nothing else is.
    private mutating func tellSize(of reader: ZlibReader, _ rows: ScanlineReader) {
        let expected = subject.layout.byteCount
        if reader.hasEnded, rows.byteCount < expected {
            let survivors = "\(rows.wholeRows) of \(subject.layout.rowCount) rows are there"
            tell(.imageShort, "\(expected) bytes of rows", "\(rows.byteCount)", note: survivors)
        } else if rows.byteCount > expected {
            let most = reader.isStopped ? "\(rows.byteCount) and more" : "\(rows.byteCount)"
            let note = "what stands behind the last row is not shown: an image that was cropped, or hidden data"
            tell(.imageLong, "\(expected) bytes of rows", most, note: note)
        }
    }

    /// What is wrong in the rows.
    private mutating func tellRows(_ rows: ScanlineReader) {
        if let bad = rows.badFilter {
            tell(
                .imageFilter, "a filter type from 0 to 4",
                "\(bad.type) in \(bad.row), \(rows.badFilterCount) rows in all")
        }
        if let indices = rows.indices, let first = indices.first {
            let place =
                "index \(first.index) in pixel \(first.column + 1) of \(first.row), \(indices.count) pixels in all"
            let size = subject.paletteSize ?? 0
            tell(.imageIndex, "palette indices below \(size)", place)
        }
    }

    /// Whether distances stay in the window that the header declares.
    private mutating func tellWindow(of reader: ZlibReader, _ header: ZlibHeader) {
        guard header.windowBits < 15, reader.failure == nil, reader.outputCount > 1 << header.windowBits else { return }
        // Small steps: what a call has written itself can always be reached.
        var narrow = ZlibReader(windowBits: header.windowBits, step: 16)
        var count = 0
        for piece in subject.pieces where narrow.failure == nil {
            narrow.append(piece) { output in
                count += output.count
                return count < reader.outputCount
            }
        }
        guard let failure = narrow.failure, failure.isTooFar else { return }
        tell(
            .windowSmall, "distances of at most \(1 << header.windowBits) bytes",
            "one that reaches back farther", note: "libpng refuses the image", at: failure.index)
    }
}
