import CScan
import TestSupport
import Testing

@Suite struct StringKernelTests {
    private static let fillers = Array("abcdefghij klmnop 0123456789+/=,.:{}[]".utf8)

    @Test("the end of plain bytes is where the plain twin finds it")
    func plainEnd() {
        let stops: [UInt8] = [0x00, 0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x7F, 0x80, 0xFF]
        var inputs = KernelInputs(of: stops, between: Self.fillers, seed: 1)
        let failures = inputs.run { text, random in
            let start = Int.random(in: 0...text.count + 1, using: &random)
            let twin = cscan_scalar_plain_end(text, start)
            return cscan_plain_end(text, start) == twin && cscan_near_plain_end(text, start) == twin
        }
        #expect(failures.isEmpty, "\(failures.prefix(5))")
    }

    @Test("a run of a string ends where the plain twin ends it, and holds the same")
    func stringRun() {
        let escapes = Array(#"\\\\\\\\""/bfnrtu"#.utf8) + [0x00, 0x1F, 0x20, 0x7F, 0x80, 0xC3, 0xFF]
        var inputs = KernelInputs(of: escapes, between: Self.fillers, seed: 2)
        let failures = inputs.run { text, random in
            let start = Int.random(in: 0...text.count + 1, using: &random)
            let run = cscan_string_run(text, start)
            let twin = cscan_scalar_string_run(text, start)
            return run.end == twin.end && run.hasEscapes == twin.hasEscapes && run.hasHighBytes == twin.hasHighBytes
        }
        #expect(failures.isEmpty, "\(failures.prefix(5))")
    }

    @Test("escapes are passed over wherever they stand, at any count of backslashes", arguments: 0...140)
    func escapes(position: Int) {
        for count in 1...9 {
            for letter in Array("\"nux".utf8) + [0x1F, 0x80] {
                let text = [UInt8](repeating: 0x61, count: position) + [UInt8](repeating: 0x5C, count: count) + [letter]
                for bytes in [text, text + Array("rest\"".utf8)] {
                    let run = cscan_string_run(bytes.span, 0)
                    let twin = cscan_scalar_string_run(bytes.span, 0)
                    #expect(run.end == twin.end)
                    #expect(run.hasEscapes == twin.hasEscapes)
                    #expect(run.hasHighBytes == twin.hasHighBytes)
                }
            }
        }
    }

    @Test("characters are unescaped as the plain twin unescapes them, as many as there is room for")
    func unescape() {
        var inputs = KernelInputs(of: Array(#"\\\\""/bfnrtux"#.utf8), between: Self.fillers, seed: 3)
        let failures = inputs.run { text, random in
            let room = Int.random(in: 0...text.count + 40, using: &random)
            let start = Int.random(in: 0...text.count + 1, using: &random)
            let filled = Int.random(in: 0...min(room, 9), using: &random)
            var copy = [UInt8](repeating: 0, count: room)
            var twin = copy
            var copySpan = copy.mutableSpan
            let run = cscan_unescape(text, start, &copySpan, filled)
            var twinSpan = twin.mutableSpan
            let twinRun = cscan_scalar_unescape(text, start, &twinSpan, filled)
            let end = filled + run.bytesWritten
            return run.end == twinRun.end && run.bytesWritten == twinRun.bytesWritten
                && copy.prefix(end) == twin.prefix(end)
        }
        #expect(failures.isEmpty, "\(failures.prefix(5))")
    }

    @Test("UTF-8 is told apart as the plain twin tells it")
    func utf8() {
        let high: [UInt8] = [0x80, 0xBF, 0xC2, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xED, 0xA0, 0xF0, 0x9F, 0x98, 0xF4, 0xC0]
        var inputs = KernelInputs(of: high, between: Self.fillers, seed: 4)
        let failures = inputs.run { text, _ in cscan_is_utf8(text) == cscan_scalar_is_utf8(text) }
        #expect(failures.isEmpty, "\(failures.prefix(5))")
    }

    @Test("UTF-8 is what the standard library takes for it", arguments: [0, 1, 30, 31, 32, 63])
    func validity(position: Int) {
        let texts: [[UInt8]] = [
            Array("é".utf8), Array("€".utf8), Array("😀".utf8), [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98], [0x80],
            [0xC0, 0xAF], [0xE0, 0x9F, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x8F, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82, 0x41],
        ]
        for text in texts {
            for tail in ["", "tail", String(repeating: "é", count: 40)] {
                let bytes = [UInt8](repeating: 0x61, count: position) + text + Array(tail.utf8)
                let isUTF8 = cscan_is_utf8(bytes.span)
                #expect(isUTF8 == (String(validating: bytes, as: UTF8.self) != nil))
            }
        }
    }
}
