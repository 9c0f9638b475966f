internal import JSONReading

extension JSONValue {
    /// A whole number, be it written with a fraction, as some servers do (`12.0`); nil for everything else.
    var tokenCount: Int? {
        int ?? double.flatMap { number in Int(exactly: number) }
    }
}
