import Testing

@Suite("unspool diff")
struct DiffCommandTests {
    private static let archive = "samples/gemini-har/capture.har"
    private static let paste = "samples/gemini-image-edit/capture.txt"

    private static let exits: [([String], Int32)] = [
        ([archive, archive], 0), ([archive, paste], 1), ([archive, "--only", "1,1"], 0),
        ([archive, "--only", "1,2"], 1), ([archive, "--only", "1,2", "--ignore", "*"], 0),
        ([archive, paste, "--format", "json"], 1), ([archive, paste, "--stat"], 1),
        ([archive, archive, "--align", "order"], 0), ([archive], 1), ([paste], 0),
    ]

    @Test("the exit code says whether sessions differ", arguments: exits)
    func exitCodes(_ arguments: [String], _ status: Int32) throws {
        let run = try Program.run(["diff"] + arguments)
        #expect(run.status == status)
        #expect(run.errors.isEmpty)
    }

    private static let refusals: [([String], String)] = [
        ([], "files"), ([archive, "no-such-file"], "no such file"),
        ([archive, "README.md"], "README.md"),
        ([archive, archive, archive], "two captures"), ([archive, "--only", "1,9"], "--only"),
        ([archive, "--align", "key"], "--align"), ([archive, archive, "--only", "1-3"], "--only"),
        ([archive, archive, "--map-host", "a"], "--map-host"),
        ([archive, archive, "--area", "weather"], "--area"), ([archive, archive, "--align", "luck"], "--align"),
    ]

    @Test("what cannot be compared ends with 2 and a sentence that says why", arguments: refusals)
    func failures(_ arguments: [String], _ words: String) throws {
        let run = try Program.run(["diff"] + arguments)
        #expect(run.status == 2)
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(run.output.isEmpty)
    }

    @Test("two exchanges of standard input can be compared, for it is kept")
    func standardInput() throws {
        let capture = "HTTP/1.1 200 OK\n\na\n\nHTTP/1.1 404 Not Found\n\nb\n"
        let run = try Program.run(["diff", "-", "--only", "1,2", "--format", "json"], input: Array(capture.utf8))
        #expect(run.status == 1)
        #expect(run.output.contains(#""path": ":status""#))
    }
}
