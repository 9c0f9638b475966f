extension RangeReplaceableCollection<UInt8> {
    /// Appends the bytes of a span in one move.
    ///
    /// The standard library has no such call yet, and a loop over the elements of a line of megabytes is many times
    /// slower than the block copy that a buffer pointer gives.
    @inlinable package mutating func append(copying bytes: Span<UInt8>) {
        // SAFETY: the pointer is used only inside the closure, while the span is alive.
        unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
