import JSONReading
import Testing

@Suite struct JSONFaultTests {
    @Test(
        "a fault says what was expected, what was found and where",
        arguments: [
            (JSONFault.empty(offset: 2), "expected a JSON value, found the end of the text at byte 2"),
            (
                .truncated(expected: .colon, offset: 4),
                "expected a colon, found the end of the text at byte 4"
            ),
            (
                .unexpectedByte(found: UInt8(ascii: "}"), expected: .value, offset: 5),
                "expected a value, found \"}\" at byte 5"
            ),
            (
                .unexpectedByte(found: 0x0A, expected: .commaOrObjectEnd, offset: 5),
                "expected a comma or the end of the object, found 0x0A at byte 5"
            ),
            (
                .invalidNumber(found: 0xC3, offset: 9),
                "expected a number as JSON writes it, found 0xC3 inside one at byte 9"
            ),
            (
                .invalidLiteral(expected: .true, found: UInt8(ascii: "R"), offset: 1),
                "expected the word true, found \"R\" inside it at byte 1"
            ),
            (
                .invalidEscape(found: UInt8(ascii: "x"), offset: 3),
                "expected an escape as JSON writes it, found \"x\" behind a backslash at byte 3"
            ),
            (
                .tooDeep(limit: 8, offset: 8),
                "expected at most 8 nested containers, found one more at byte 8"
            ),
            (
                .trailingContent(offset: 2),
                "expected the end of the text, found more behind the value at byte 2"
            ),
            (.tooLarge(limit: 2, byteCount: 3), "expected at most 2 bytes, found 3"),
        ])
    func description(fault: JSONFault, text: String) {
        #expect(fault.description == text)
    }
}
