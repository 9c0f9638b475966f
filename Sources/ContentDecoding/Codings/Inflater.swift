internal import CZlib

/// A stream of zlib: owns it, feeds it, and reads what it says.
@safe package final class Inflater {
    /// How a call ended.
    package enum Outcome: Equatable {
        case goesOn
        case ended
        case needsDictionary
        case failed(message: String)
    }

    /// The formats that zlib tells apart by the size of the window that it is opened with.
    package struct Format: Equatable, Sendable {
        /// What zlib is told.
        let windowBits: CInt

        /// Deflate alone. RFC 1951
        package static let raw = raw(windowBits: 15)

        /// Deflate alone, whose distances reach back no further than 2 to the power of 8 to 15; other powers are taken
        /// for the nearest of these.
        package static func raw(windowBits: Int) -> Format { Format(windowBits: -CInt(min(max(windowBits, 8), 15))) }

        /// With the header and the checksum of zlib. RFC 1950
        static let zlib = Format(windowBits: 15)

        /// With the header, the checksum and the size of gzip. RFC 1952
        static let gzip = Format(windowBits: 31)
    }

    /// The most bytes of one call: zlib counts in 32 bits.
    private static let mostInput = 1 << 30

    /// On the heap, since zlib keeps a pointer to it.
    private let stream: UnsafeMutablePointer<z_stream>

    /// Whether zlib gave its memory; without it every call fails.
    private let isOpen: Bool

    /// Opens a stream.
    package init(_ format: Format) {
        let opened = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe opened.initialize(to: z_stream())
        // The macro `inflateInit2` is not imported; this is what it stands for.
        isOpen =
            unsafe inflateInit2_(opened, format.windowBits, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK
        unsafe stream = opened
    }

    deinit {
        // Both are the stream's own.
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Begins anew, in the same format.
    package func reset() {
        unsafe inflateReset(stream)
    }

    /// Inflates input as far as the output has room.
    package func inflate(
        _ input: ArraySlice<UInt8>, into output: inout OutputSpan<UInt8>
    ) -> (consumed: Int, produced: Int, outcome: Outcome) {
        guard isOpen else { return (0, 0, .failed(message: "no memory for zlib")) }
        let input = input.prefix(Inflater.mostInput)
        let room = min(output.freeCapacity, Inflater.mostInput)
        // Both buffers outlive the call, and zlib keeps no pointer into them that it uses after it.
        let code = unsafe input.withUnsafeBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target, count in
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(source.count)
                unsafe stream.pointee.next_out = target.baseAddress.map { start in unsafe start + count }
                unsafe stream.pointee.avail_out = UInt32(room)
                let code = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
                count += unsafe room - Int(stream.pointee.avail_out)
                return code
            }
        }
        let consumed = unsafe input.count - Int(stream.pointee.avail_in)
        let produced = unsafe room - Int(stream.pointee.avail_out)
        return (consumed, produced, outcome(of: code))
    }

    private func outcome(of code: CInt) -> Outcome {
        switch code {
        case Z_OK, Z_BUF_ERROR: .goesOn
        case Z_STREAM_END: .ended
        case Z_NEED_DICT: .needsDictionary
        default: .failed(message: message)
        }
    }

    /// What zlib says of its last failure: a constant of its own.
    private var message: String {
        guard let text = unsafe stream.pointee.msg else { return "unknown error" }
        return unsafe String(cString: text)
    }
}

extension CodingFault {
    /// The fault that a failure of zlib is.
    init(inflating name: String, message: String) {
        let kind: Kind =
            switch message {
            case "incorrect data check", "incorrect length check": .checksum
            case "incorrect header check", "unknown compression method", "unknown header flags set",
                "header crc mismatch", "invalid window size":
                .corruptHeader
            default: .corrupt
            }
        self.init(kind, "expected sound \(name) data, found damage: \(message)")
    }

    /// The fault of data that end too soon.
    init(cut name: String) {
        self.init(.truncated, "expected the end of the \(name) data, found the end of the body; it was cut short")
    }
}
