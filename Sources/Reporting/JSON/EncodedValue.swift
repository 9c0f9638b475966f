/// A value of a published JSON output: what is said of something, in the form that its schema promises.
protocol EncodedValue {
    /// Writes one JSON value.
    func write(to writer: inout RedactingWriter)
}
