import CScan
import TestSupport
import Testing

@Suite struct Base64KernelTests {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let others = Array("-_-_-_\n\r\n\n= !@{[`\u{7F}".utf8) + [0x80, 0xAB]

    @Test("groups are decoded as the plain twin decodes them, in as much room as there is")
    func groups() {
        var inputs = KernelInputs(of: Self.others, between: Self.alphabet, seed: 7)
        let failures = inputs.run { text, random in
            let room = Bool.random(using: &random) ? text.count : Int.random(in: 0...text.count, using: &random)
            let start = Int.random(in: 0...min(text.count, 9), using: &random)
            let filled = Int.random(in: 0...min(room, 9), using: &random)
            return Self.areEqual(text, start: start, room: room, filled: filled)
        }
        #expect(failures.isEmpty, "\(failures.prefix(5))")
    }

    @Test("every byte is in an alphabet or in none, at every place", arguments: 0..<40)
    func everyByte(position: Int) {
        for byte in UInt8.min...UInt8.max {
            var text = [UInt8](repeating: UInt8(ascii: "A"), count: 44)
            text[position] = byte
            let isSame = Self.areEqual(text.span, start: 0, room: 64, filled: 0)
            #expect(isSame, "byte \(byte)")
        }
    }

    private static func areEqual(_ text: Span<UInt8>, start: Int, room: Int, filled: Int) -> Bool {
        var bytes = [UInt8](repeating: 0, count: room)
        var twin = bytes
        var bytesSpan = bytes.mutableSpan
        let run = cscan_base64_groups(text, start, &bytesSpan, filled)
        var twinSpan = twin.mutableSpan
        let twinRun = cscan_scalar_base64_groups(text, start, &twinSpan, filled)
        return run.charactersRead == twinRun.charactersRead && run.bytesWritten == twinRun.bytesWritten
            && run.firstLineEnd == twinRun.firstLineEnd
            && run.hasURLSafeCharacters == twinRun.hasURLSafeCharacters
            && bytes.prefix(filled + run.bytesWritten) == twin.prefix(filled + run.bytesWritten)
    }
}
