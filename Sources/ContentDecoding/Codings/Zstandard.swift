internal import CZstd

/// The coding `zstd`: frames one after the other, those that are to be skipped among them.
///
/// RFC 8878, RFC 9659
public struct Zstandard: ContentCoding {
    /// The name `zstd`.
    public let name = "zstd"

    /// What a frame begins with, then a skippable one, then those of the formats before 0.8.
    public let magics: [[UInt8]] =
        [[0x28, 0xB5, 0x2F, 0xFD]] + (0x50...0x5F).map { low in [low, 0x2A, 0x4D, 0x18] }
        + (0x22...0x27).map { low in [low, 0xB5, 0x2F, 0xFD] }

    /// Creates the coding.
    public init() {}

    /// A decoder of frames.
    public func makeDecoder(limits: DecodingLimits) -> any CodingDecoder {
        Decoder(limits)
    }
}

extension Zstandard {
    @safe private final class Decoder: CodingDecoder {
        private(set) var notes: [CodingNote] = []

        private let stream: OpaquePointer?
        private let limits: DecodingLimits
        private var header = ZstandardFrameHeader()
        private var frameCount = 0

        /// How many bytes the library wants next: a header, or one block with the header of the next.
        ///
        /// It is fed no more at a time, since it loses what it has decoded in the call that meets damage.
        private var wanted = 0

        /// Whether the frame is of a format before 0.8.
        private var isLegacy = false

        /// How much of such a frame is decoded at a time, in bytes.
        private static let legacyStep = 1 << 12

        /// Whether the last frame is behind, and all that it held was handed out.
        private var isBetweenFrames = false

        /// The first bytes of a frame, as long as there are too few of them.
        ///
        /// The library tells the formats before 0.8 only where it is given these together.
        private var beginning: [UInt8]? = []

        init(_ limits: DecodingLimits) {
            self.limits = limits
            unsafe stream = ZSTD_createDStream()
            unsafe ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, CInt(limits.zstandardWindowLog))
        }

        deinit {
            // Created above, and nothing else holds it.
            unsafe ZSTD_freeDStream(stream)
        }

        func decode(_ input: ArraySlice<UInt8>, into output: inout OutputSpan<UInt8>) -> CodingStep {
            if isBetweenFrames {
                guard !input.isEmpty else { return CodingStep() }
                beginFrame()
            }
            guard let gathered = beginning else { return decompress(input.prefix(max(wanted, 1)), into: &output) }
            let taken = input.prefix(ZstandardFrameHeader.least - gathered.count)
            let whole = gathered + taken
            guard whole.count == ZstandardFrameHeader.least else {
                beginning = whole
                return CodingStep(consumed: taken.count)
            }
            isLegacy = ZstandardFrameHeader.isLegacy(whole)
            var step = decompress(whole[...], into: &output)
            // What was gathered before is consumed; of what is no beginning, nothing more.
            guard step.end == nil else { return step }
            guard step.consumed == whole.count else {
                return CodingStep(end: .fault(CodingFault(.corrupt, "expected the header of a zstd frame, found none")))
            }
            beginning = nil
            step.consumed = taken.count
            return step
        }

        /// Feeds the library with some bytes, at most as many as it wants.
        private func decompress(_ piece: ArraySlice<UInt8>, into output: inout OutputSpan<UInt8>) -> CodingStep {
            guard isLegacy else { return decompress(piece, into: &output, room: output.freeCapacity) }
            var step = CodingStep()
            while step.end == nil {
                let room = min(output.freeCapacity, Decoder.legacyStep)
                let next = decompress(piece.dropFirst(step.consumed), into: &output, room: room)
                step = CodingStep(
                    consumed: step.consumed + next.consumed, produced: step.produced + next.produced, end: next.end)
                if next.produced < room || output.isFull || isBetweenFrames { break }
            }
            return step
        }

        private func decompress(
            _ piece: ArraySlice<UInt8>, into output: inout OutputSpan<UInt8>, room: Int
        ) -> CodingStep {
            var position = 0
            var written = 0
            // Both buffers outlive the call, and the library keeps no pointer into them.
            let code = unsafe piece.withUnsafeBytes { source in
                unsafe output.withUnsafeMutableBufferPointer { target, count in
                    if isLegacy {
                        // Of damaged frames of old formats the library says that it wrote what it did not: nothing of this
                        // memory may come out.
                        unsafe target.extracting(count..<(count + room)).initialize(repeating: 0)
                    }
                    var read = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
                    var write = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: count + room, pos: count)
                    let code = unsafe ZSTD_decompressStream(stream, &write, &read)
                    position = unsafe read.pos
                    // What was written before damage was met is not to be relied on.
                    if ZSTD_isError(code) == 0 {
                        written = unsafe write.pos - count
                        count = unsafe write.pos
                    }
                    return code
                }
            }
            guard ZSTD_isError(code) == 0 else { return failure(ZSTD_getErrorCode(code), at: piece) }
            note(piece.prefix(position))
            wanted = code
            isBetweenFrames = code == 0
            var step = CodingStep(consumed: position, produced: written)
            if isBetweenFrames, frameCount > limits.members {
                let message = "expected no more than \(limits.members) frames of zstd, found more; the rest is left out"
                step.end = .fault(CodingFault(.absoluteLimit, message))
            }
            return step
        }

        func finish() -> CodingFault? {
            if isBetweenFrames { return nil }
            // What is left behind a whole frame and can begin none is no zstd.
            if frameCount > 0, let beginning, !Zstandard().claims(beginning[...]), !Zstandard().mayClaim(beginning[...])
            {
                notes.append(.trailingData)
                return nil
            }
            return CodingFault(cut: "zstd")
        }

        private func beginFrame() {
            isBetweenFrames = false
            beginning = []
            header = ZstandardFrameHeader()
            frameCount += 1
        }

        /// Looks at what was read of a frame's header.
        private func note(_ bytes: ArraySlice<UInt8>) {
            guard header.append(bytes) else { return }
            if header.isLegacy, !notes.contains(.legacyFormat) { notes.append(.legacyFormat) }
            let isLarge = header.windowSize.map { size in size > 1 << limits.zstandardClientWindowLog } ?? false
            if isLarge, !notes.contains(.windowTooLarge) { notes.append(.windowTooLarge) }
        }

        private func failure(_ code: ZSTD_ErrorCode, at piece: ArraySlice<UInt8>) -> CodingStep {
            // What stands behind a whole frame and begins none is no zstd.
            if code == ZSTD_error_prefix_unknown, frameCount > 0 {
                isBetweenFrames = true
                notes.append(.trailingData)
                return CodingStep(end: .complete)
            }
            return CodingStep(end: .fault(fault(of: code, beginning: piece)))
        }

        private func fault(of code: ZSTD_ErrorCode, beginning piece: ArraySlice<UInt8>) -> CodingFault {
            // A constant of the library.
            let name = unsafe String(cString: ZSTD_getErrorString(code))
            switch code {
            case ZSTD_error_prefix_unknown where piece.dropFirst().starts(with: [0xB5, 0x2F, 0xFD]):
                return CodingFault(
                    .unsupported, "expected a zstd frame, found one of a format that is not read any more")
            case ZSTD_error_prefix_unknown:
                return CodingFault(.corruptHeader, "expected a zstd frame, found none: \(name)")
            case ZSTD_error_checksum_wrong:
                return CodingFault(.checksum, "expected sound zstd data, found damage: \(name)")
            case ZSTD_error_dictionary_wrong:
                return CodingFault(
                    .dictionaryRequired, "expected zstd data without a dictionary, found some that need one")
            case ZSTD_error_frameParameter_windowTooLarge:
                let size = 1 << (limits.zstandardWindowLog - 20)
                return CodingFault(
                    .windowTooLarge, "expected a zstd window of \(size) MiB or less, found a larger one")
            default:
                return CodingFault(.corrupt, "expected sound zstd data, found damage: \(name)")
            }
        }
    }
}
