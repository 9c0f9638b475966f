import CaptureReading
import Testing

@Suite struct CaptureErrorTests {
    @Test(
        "an error says what was expected, what was found, and what can be done",
        arguments: [
            (.empty, "expected a capture, found an empty input; save the traffic again and pass that file"),
            (
                .unrecognised(isText: true, byteCount: 9),
                "expected a capture in a known format, found text without the signs of any in its first 9 bytes; name "
                    + "the format"
            ),
            (
                .unrecognised(isText: false, byteCount: 9),
                "expected a capture in a known format, found binary data without the signs of any in its first 9 bytes; "
                    + "name the format"
            ),
            (
                .unsupportedEncoding(found: "UTF-16LE"),
                "expected UTF-8 text, found UTF-16LE; convert it, for example with iconv -t UTF-8"
            ),
            (.unknownFormat(asked: "x", known: ["a", "b"]), "expected one of a, b as the input format, found x"),
            (
                .noCapture(memberCount: 4, names: ["a", "b", "c"]),
                "expected a capture among the members of an archive, found 4 without the signs of one: a, b, c, …; pack "
                    + "the capture as the only member, or pass it by itself"
            ),
            (
                .tooManyContainers(limit: 5),
                "expected a capture in no more than 5 containers, one in the other, found more; unpack it first"
            ),
            (
                .contained(in: [.zip, .gzip], damage: BodyFault(.truncated, "x", offset: 9), .empty),
                "inside zip, gzip (truncated at byte 9), x"
            ),
            (
                .contained(in: [.gzip], damage: nil, .notArchive(.noEntries)),
                "inside gzip, expected a HAR with an array \"entries\" in its \"log\", found none; export the HAR again"
            ),
            (.unreadable(reason: "is a directory"), "expected a readable input, found: is a directory"),
        ] as [(CaptureError, String)])
    func descriptions(error: CaptureError, expected: String) {
        #expect(error.description == expected)
    }
}
