/// The transfer coding `chunked`.
///
/// RFC 9112 §7.1
public struct Chunked: ContentCoding {
    /// The name `chunked`.
    public let name = "chunked"

    /// Creates the coding.
    public init() {}

    /// A decoder of chunks.
    public func makeDecoder(limits: DecodingLimits) -> any CodingDecoder {
        Decoder()
    }
}

extension Chunked {
    private final class Decoder: CodingDecoder {
        private(set) var notes: [CodingNote] = []

        private enum State {
            /// In the line that begins a chunk.
            case size

            /// In data of which so many bytes are left.
            case data(Int)

            /// Behind data, before the end of their line.
            case dataEnd

            /// Behind the last chunk.
            case trailers

            /// Behind the blank line that ends the trailers.
            case complete
        }

        /// No line is longer: servers refuse extensions and trailers of this size.
        private static let longestLine = 1 << 16

        private var state = State.size

        /// What was read of the line that is being read, without its LF.
        private var line: [UInt8] = []

        func decode(_ input: ArraySlice<UInt8>, into output: inout OutputSpan<UInt8>) -> CodingStep {
            var step = CodingStep()
            while step.end == nil, step.consumed < input.count, !output.isFull {
                let rest = input.dropFirst(step.consumed)
                if case .data(let left) = state {
                    let count = min(left, rest.count, output.freeCapacity)
                    Decoder.copy(rest.prefix(count), to: &output)
                    step.produced += count
                    step.consumed += count
                    state = left == count ? .dataEnd : .data(left - count)
                } else {
                    readLine(rest, &step)
                }
            }
            return step
        }

        func finish() -> CodingFault? {
            switch state {
            case .complete: return nil
            case .trailers: notes.append(.truncated)
            case .size where ChunkSize(line)?.value == 0: notes.append(.truncated)
            case .size, .data, .dataEnd:
                return CodingFault(
                    .truncated, "expected a last chunk of size 0, found the end of the body; it was cut short")
            }
            return nil
        }

        private static func copy(_ bytes: ArraySlice<UInt8>, to output: inout OutputSpan<UInt8>) {
            // There is room for all of them, and neither pointer outlives the call.
            unsafe bytes.withUnsafeBufferPointer { source in
                unsafe output.withUnsafeMutableBufferPointer { target, count in
                    count += unsafe target.extracting(count...).initialize(fromContentsOf: source)
                }
            }
        }

        /// Reads the rest of a line, or as much as there is.
        private func readLine(_ input: ArraySlice<UInt8>, _ step: inout CodingStep) {
            let lineFeed = input.firstIndex(of: UInt8(ascii: "\n"))
            let piece = input[..<(lineFeed ?? input.endIndex)]
            // Behind data nothing but the end of the line may stand.
            if case .dataEnd = state,
                !(line + piece.prefix(2)).elementsEqual("\r".utf8.prefix(line.count + piece.count))
            {
                return fail("expected the end of the line behind a chunk, found data", &step)
            }
            guard line.count + piece.count <= Decoder.longestLine else {
                return fail("expected a chunk's size, found a line without an end", &step)
            }
            line += piece
            guard lineFeed != nil else {
                step.consumed += piece.count
                return
            }
            let hasReturn = line.last == UInt8(ascii: "\r")
            if hasReturn { line.removeLast() }
            if readLine(isStandard: hasReturn, &step) {
                step.consumed += piece.count + 1
                line = []
            }
        }

        /// Reads a line that is whole; gives false where it is none that may stand here.
        private func readLine(isStandard: Bool, _ step: inout CodingStep) -> Bool {
            if !isStandard { note(.nonstandardFraming) }
            switch state {
            case .size:
                guard let size = ChunkSize(line) else {
                    fail("expected a chunk's size in hexadecimal, found something else or too large a number", &step)
                    return false
                }
                if !size.isStandard { note(.nonstandardFraming) }
                state = size.value == 0 ? .trailers : .data(size.value)
            case .dataEnd: state = .size
            case .trailers:
                if line.isEmpty {
                    state = .complete
                    step.end = .complete
                } else if !line.contains(UInt8(ascii: ":")) {
                    fail("expected a trailer or a blank line behind the last chunk, found neither", &step)
                    return false
                }
            case .data, .complete: break
            }
            return true
        }

        private func fail(_ message: String, _ step: inout CodingStep) {
            step.end = .fault(CodingFault(.badChunk, message))
        }

        private func note(_ note: CodingNote) {
            if !notes.contains(note) { notes.append(note) }
        }
    }
}
