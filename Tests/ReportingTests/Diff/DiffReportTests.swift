import Comparison
import JSONReading
import Redaction
import Reporting
import Testing

@Suite struct DiffReportTests {
    @Test("the text report shows every change, by name")
    func text() throws {
        let options = ComparisonOptions(filter: ChangeFilter(ignored: ["findings"]))
        let report = try DiffFixture.report(DiffFixture.a, DiffFixture.b, options: options, style: .words) { write in
            DiffTextReporter(options: TextOptions(), write: write)
        }
        #expect(
            report == """
                A a.http  1 exchange      B b.http  1 exchange
                aligned 1   only A 0   only B 0   moved 0   host map: none

                 A   B      what        turns  tokens in/out  time
                 1   1   ~  gemini-pro  3 ~ 4  7>8 +14%       -

                #1  POST …:generateContent                                           A:1  B:1
                  config    temperature                   1 > 0.5
                            password                      [password 1, 3 characters] >
                            [password 2, 3 characters]
                            safetySettings[HARASSMENT]    BLOCK_ONLY_HIGH > OFF   !
                  headers   x-goog-api-key                [key 1, 18 characters] > [key 2, 18
                            characters]
                            user-agent                    agent/1 > agent/2
                            x-new                         (none) > 1
                            response.server               a > b
                  talk      1 user    his [-red-]{+green+} car   < first edited turn
                            2 model   =
                            3 user    =
                            4 user    {+still+}
                  answer    It is [key [-1-]{+2+}, 18 characters] now.
                            finish_reason                 STOP > MAX_TOKENS
                  usage     tokens.input                  7>8 +14%
                            tokens.total                  9>10 +11%
                  images    answer/messages/0/parts/1     (none) > png 8 B

                1 change needs a look (!).  Exit 1: sessions differ.

                """)
    }

    @Test("the table alone, in ASCII, of sessions that are the same")
    func table() throws {
        let report = try DiffFixture.report(DiffFixture.a, DiffFixture.a, style: .words) { write in
            DiffTextReporter(options: TextOptions(), isTable: true, write: write)
        }
        #expect(report.contains("\n 1   1   =  gemini-pro  3 = 3  7/2  =         -\n"))
        #expect(report.hasSuffix("\nNo difference.  Exit 0.\n"))
    }

    @Test("of one capture it tells how its conversations grew")
    func growth() throws {
        let later = DiffFixture.a.replacing(
            #"}]}],"#,
            with:
                #"}]}, {"role": "model", "parts": [{"text": "It is not."}]}, {"role": "user", "parts": [{"text": "so"}]}],"#
        )
        let session = DiffFixture.a + later
        let report = try DiffFixture.report(session, session, options: ComparisonOptions(scope: .growth), style: .words)
        {
            write in DiffTextReporter(options: TextOptions(), write: write)
        }
        #expect(
            report == """
                a.http  2 exchanges
                1 exchange goes on from an earlier one: A is the earlier, B the later
                #1 begins a conversation

                 A   B      what        turns  tokens in/out  time
                 1   2   ~  gemini-pro  3 ~ 5  7/2  =         -

                #1>2  POST …:generateContent                                        A:1  B:17
                  talk      turns 1-3 shared (3)
                            4 model   It is [-[key 1, 18 characters] now-]{+not+}.   (answer
                            of A1, edited)
                            5 user    {+so+}

                Exit 1: conversations went on.

                """)
    }

    @Test("no report shows a secret, nor a control character")
    func secrecy() throws {
        let verbose = TextOptions(width: 400, isVerbose: true)
        let reports = [
            try DiffFixture.report(DiffFixture.a, DiffFixture.b, style: .words) { write in
                DiffTextReporter(options: verbose, write: write)
            },
            try DiffFixture.report(DiffFixture.a, DiffFixture.b) { write in DiffJSONReporter(version: "1", write: write)
            },
            try DiffFixture.report(DiffFixture.a, DiffFixture.b) { write in PatchReporter(write: write) },
        ]
        for report in reports {
            for secret in ["walk-to", "to-perth", "\"abc\"", "xyz"] {
                let isShown = report.contains(secret)
                #expect(!isShown, "\(secret)")
            }
            #expect(!report.unicodeScalars.contains { scalar in scalar.value < 0x20 && scalar != "\n" })
        }
        let disclosed = try DiffFixture.report(DiffFixture.a, DiffFixture.b, style: .disclosed) { write in
            DiffJSONReporter(version: "1", write: write)
        }
        #expect(disclosed.contains("sk-walk-to-perth-2"))
    }

    @Test("a patch is a line for each pair of bodies that differ")
    func patch() throws {
        let report = try DiffFixture.report(DiffFixture.a, DiffFixture.b) { write in PatchReporter(write: write) }
        let lines = try report.split(separator: "\n").map { line in try whole(Array(line.utf8)) }
        #expect(lines.map { line in line["part"]?.string } == ["request", "response"])
        let paths = lines[0]["patch"]?.elements.compactMap { operation in operation["path"]?.string }
        #expect(
            paths == [
                "/contents/0/parts/0/text", "/contents/3", "/safetySettings/0/threshold",
                "/generationConfig/temperature", "/generationConfig/password",
            ])
        #expect(try DiffFixture.report(DiffFixture.a, DiffFixture.a) { write in PatchReporter(write: write) } == "")
    }
}
