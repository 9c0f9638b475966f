import ByteCoding
import Testing

@Suite struct UInt8ASCIITests {
    @Test("every byte is of the classes that its character is of")
    func classes() {
        let digits = Set("0123456789".utf8)
        let letters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".utf8)
        for byte in UInt8.min...UInt8.max {
            #expect(byte.isDigit == digits.contains(byte))
            #expect(byte.isLetter == letters.contains(byte))
            #expect(byte.isBlank == [0x09, 0x20].contains(byte))
            #expect(byte.isLineEnd == [0x0A, 0x0D].contains(byte))
            let isCapital = letters.contains(byte) && byte < UInt8(ascii: "a")
            #expect(byte.lowercasedASCII == (isCapital ? byte + 32 : byte))
        }
    }

    @Test(
        "a byte is spelled as what can be seen",
        arguments: [
            (0x21, #""!""#), (0x7E, #""~""#), (0x41, #""A""#), (0x20, "0x20"), (0x00, "0x00"), (0x0A, "0x0A"),
            (0x7F, "0x7F"), (0xFF, "0xFF"),
        ] as [(UInt8, String)])
    func spelled(byte: UInt8, expected: String) {
        #expect(byte.spelled == expected)
    }
}
