internal import JSONReading

extension JSONValue {
    /// The first of these members that is there and not null: APIs that take JSON from protocol buffers accept two
    /// spellings of a name.
    ///
    /// ProtoJSON, https://protobuf.dev/programming-guides/json
    func field(_ names: String...) -> JSONValue? {
        for name in names {
            if let value = self[name], !value.isNull { return value }
        }
        return nil
    }
}
