/// A value of CBOR.
///
/// RFC 8949 §3
indirect enum CBORValue {
    case integer(Int)
    case bytes(ArraySlice<UInt8>)
    case text(String)
    case array([CBORValue])
    case map([(key: CBORValue, value: CBORValue)])
    case tagged(Int, CBORValue)
    /// Null, a truth value, a number with a fraction: nothing that is asked for here.
    case other

    /// The value of a map's member.
    subscript(_ name: String) -> CBORValue? {
        guard case .map(let members) = self else { return nil }
        return members.first { member in member.key.text == name }?.value
    }

    /// The value of a map's member whose key is a number.
    subscript(_ number: Int) -> CBORValue? {
        guard case .map(let members) = self else { return nil }
        return members.first { member in member.key.integer == number }?.value
    }

    /// The text; nil for other values.
    var text: String? { if case .text(let text) = self { text } else { nil } }

    /// The number; nil for other values.
    var integer: Int? { if case .integer(let number) = self { number } else { nil } }

    /// The bytes; nil for other values.
    var bytes: ArraySlice<UInt8>? { if case .bytes(let bytes) = self { bytes } else { nil } }

    /// The elements of an array; none for other values.
    var elements: [CBORValue] { if case .array(let elements) = self { elements } else { [] } }

    /// The value without the tags around it.
    var untagged: CBORValue { if case .tagged(_, let value) = self { value.untagged } else { self } }
}
