internal import CZlib

/// A stream of zlib that compresses: owns it and feeds it.
@safe final class Deflater {
    /// On the heap, since zlib keeps a pointer to it.
    private let stream: UnsafeMutablePointer<z_stream>

    /// What is written at a time.
    private var room = [UInt8](repeating: 0, count: 1 << 16)

    /// The most bytes of one call: zlib counts in 32 bits.
    private static let mostInput = 1 << 30

    /// Opens a stream that writes a format.
    init(_ format: Inflater.Format) {
        let opened = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe opened.initialize(to: z_stream())
        // The macro `deflateInit2` is not imported; this is what it stands for.
        let code = unsafe deflateInit2_(
            opened, Z_DEFAULT_COMPRESSION, Z_DEFLATED, format.windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            CInt(MemoryLayout<z_stream>.size))
        precondition(code == Z_OK, "expected memory for zlib, found none")
        unsafe stream = opened
    }

    deinit {
        // Both are the stream's own.
        unsafe deflateEnd(stream)
        unsafe stream.deallocate()
    }

    /// Compresses bytes that are all there are.
    consuming func encode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        append(bytes, to: &output)
        finish(to: &output)
        return output
    }

    /// Compresses the next bytes; what comes out is appended.
    func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var rest = bytes
        while !rest.isEmpty {
            let piece = rest.prefix(Deflater.mostInput)
            run(piece, Z_NO_FLUSH, to: &output)
            rest = rest.dropFirst(piece.count)
        }
    }

    /// Ends the stream; what comes out is appended.
    func finish(to output: inout [UInt8]) { run([], Z_FINISH, to: &output) }

    private func run(_ input: ArraySlice<UInt8>, _ flush: CInt, to output: inout [UInt8]) {
        // Both buffers outlive the calls, and zlib keeps no pointer into them that it uses after these.
        unsafe input.withUnsafeBufferPointer { source in
            unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            unsafe stream.pointee.avail_in = UInt32(source.count)
            var isFull = true
            while isFull {
                let count = unsafe room.withUnsafeMutableBufferPointer { target in
                    unsafe stream.pointee.next_out = target.baseAddress
                    unsafe stream.pointee.avail_out = UInt32(target.count)
                    _ = unsafe deflate(stream, flush)
                    return unsafe target.count - Int(stream.pointee.avail_out)
                }
                output += room[..<count]
                isFull = count == room.count
            }
        }
    }
}
