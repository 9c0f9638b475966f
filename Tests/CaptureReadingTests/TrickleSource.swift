import CaptureReading

/// A source that hands out a few bytes at a time, as a pipe may, and fails at its end if it is told to.
struct TrickleSource: ByteSource {
    private var rest: ArraySlice<UInt8>
    private let portion: Int
    private let failure: CaptureError?

    init(_ bytes: [UInt8], portion: Int = 1, failingWith failure: CaptureError? = nil) {
        rest = bytes[...]
        self.portion = portion
        self.failure = failure
    }

    mutating func read(upTo count: Int, into buffer: inout [UInt8]) throws(CaptureError) -> Int {
        let piece = rest.prefix(min(count, portion))
        if piece.isEmpty, let failure { throw failure }
        buffer.append(contentsOf: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
    }
}
