/// What the grammar allows at the place where reading stopped.
///
/// RFC 8259 §2–7
public enum JSONExpectation: Equatable, Sendable {
    /// Any value.
    case value
    /// The first element of an array, or its end.
    case valueOrArrayEnd
    /// A comma behind an element, or the array's end.
    case commaOrArrayEnd
    /// The name of a member behind a comma.
    case key
    /// The name of the first member of an object, or its end.
    case keyOrObjectEnd
    /// The colon between a name and its value.
    case colon
    /// A comma behind a member, or the object's end.
    case commaOrObjectEnd
    /// More of a string, or the quote that closes it.
    case closingQuote
    /// A digit of a number.
    case digit
    /// The rest of one of the words `null`, `false` and `true`.
    case literal
}

extension JSONExpectation: CustomStringConvertible {
    /// A noun phrase for a sentence: `a comma or the end of the array`.
    public var description: String {
        switch self {
        case .value: "a value"
        case .valueOrArrayEnd: "a value or the end of the array"
        case .commaOrArrayEnd: "a comma or the end of the array"
        case .key: "the name of a member"
        case .keyOrObjectEnd: "the name of a member or the end of the object"
        case .colon: "a colon"
        case .commaOrObjectEnd: "a comma or the end of the object"
        case .closingQuote: "the quote that closes the string"
        case .digit: "a digit"
        case .literal: "the rest of null, false or true"
        }
    }
}
