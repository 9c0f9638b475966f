import Redaction
import Testing

/// Secrets in the options of commands, as shells let people write them.
@Suite struct CommandOptionTests {
    private func copy(_ text: String) -> String { String(decoding: RedactedCopy.of(Array(text.utf8)), as: UTF8.self) }

    private func mark(_ value: String, _ kind: Secret.Kind) -> String {
        RedactedCopy.marks.placeholder(of: value, kind: kind)
    }

    @Test(
        "the password of an option is replaced where it stands, and nothing beside it",
        arguments: [
            "curl -u admin:PASS -s https://relay.example/v1", "curl -uadmin:PASS https://relay.example/v1",
            "curl -u'admin:PASS' https://relay.example/v1", "curl -sSu \"admin:PASS\" https://relay.example/v1",
            "curl --user=admin:PASS https://relay.example/v1", "curl --pass=\"PASS\" https://relay.example/v1",
            "curl --proxy-user joe:PASS -U joe:PASS https://relay.example/v1",
            "curl -E client.pem:PASS https://relay.example/v1", "curl --oauth2-bearer 'PASS' https://relay.example/v1",
            "curl https://relay.example/v1 \\\r\n  -H 'accept: */*' \\\r\n  -u admin:PASS\r\nbye",
            "curl https://relay.example/v1 -d '\n{\"a\": 1}\n' -u admin:PASS", "curl.exe -u admin:PASS relay.example",
            "curl ^\"https://relay.example/v1^\" ^\r\n  -u ^\"admin:PASS^\"\r\n",
            "x | curl -K- --proxy-pass PASS y && curl --pass PASS z",
        ])
    func passwords(_ template: String) {
        let password = "Perth9toHobart2"
        #expect(
            copy(template.replacing("PASS", with: password))
                == template.replacing("PASS", with: mark(password, .password)))
    }

    @Test("a backslash in single quotes escapes nothing: the quote behind it stays")
    func literalBackslash() {
        let mark = mark(#"Perth9to2Hobart\x99"#, .password)
        #expect(
            copy(#"curl -u 'admin:Perth9to2Hobart\'x99 -H 'a: b' x"#) == "curl -u 'admin:\(mark)' -H 'a: b' x")
    }

    @Test("a password that quotes cut or escapes spell is gone, and the quotes around it still close")
    func spelled() {
        let mark = mark("Perth9to2'Hobart", .password)
        #expect(copy(#"curl -u 'admin:Perth9to2'\''Hobart' x"#) == "curl -u 'admin:\(mark)''' x")
        #expect(copy(#"curl -u admin:Perth9to2\'Hobart x"#) == "curl -u admin:\(mark) x")
        #expect(copy(#"curl -u "admin:Perth9"to2\''Hobart' x"#) == #"curl -u "admin:\#(mark)"'' x"#)
        #expect(copy(#"curl -u $'admin:P\x65rth9to2\'Hobar\164' x"#) == "curl -u $'admin:\(mark)' x")
    }

    @Test(
        "an option of any program that says so has a secret, attached or behind it, in a list too",
        arguments: [
            ("relay --api-key SECRET --port 80", Secret.Kind.key), ("relay --api-key=SECRET", .key),
            ("$ relay serve --token 'SECRET' \\\n  --port 80", .token),
            ("run it with --db-password \"SECRET\" please", .password),
            (#"{"args": ["serve", "--api-key", "SECRET", "--port", "80"]}"#, .key),
            ("don't say it's --token SECRET here", .token),
        ])
    func anyProgram(_ template: String, kind: Secret.Kind) {
        let value = "sail4pe9"
        #expect(
            copy(template.replacing("SECRET", with: value)) == template.replacing("SECRET", with: mark(value, kind)))
    }

    @Test(
        "what is no secret stays",
        arguments: [
            "curl -u admin:$PASSWORD https://relay.example", "relay --max-token 4096 --token-file ~/.config/token1",
            "relay --api-key <your-key-1>", "a table -- token x1y2z3a4 -- and a rule ------", "curl --user me x",
            #"{"args": ["--api-key", "--port8080", "--token", "none"]}"#,
        ])
    func plain(_ text: String) { #expect(copy(text) == text) }

    @Test("the values of cookies are replaced, and the names stay")
    func cookies() {
        let mark = mark("sail4pe9", .cookie)
        #expect(copy("curl -b 'lang=en; sid=sail4pe9' x.example") == "curl -b 'lang=en; sid=\(mark)' x.example")
        #expect(copy("curl -b sail4pe9.txt x.example") == "curl -b sail4pe9.txt x.example")
    }

    @Test(
        "an apostrophe in prose hides no command behind it",
        arguments: [
            "With curl it's not working:\n\ncurl -u admin:sail4pe9 https://relay.example\n\nit's failing.",
            "With curl it's not working: curl -u admin:sail4pe9 https://relay.example, it's failing.",
            "I pass --api-key but it isn't read:\r\n\r\nrelay --api-key sail4pe9\r\n\r\nit's odd",
            "I pass --api-key but it isn't read:\r\rrelay --api-key sail4pe9\r\rit's odd",
            "curl the relay, it's -u admin:sail4pe9 that works, isn't it", "curl isn't -u admin:sail4pe9",
            "curl -s https://relay.example isn't\n$ curl localhost -u admin:sail4pe9 # isn't",
        ])
    func apostrophes(_ text: String) { #expect(!copy(text).contains("sail4pe9")) }

    @Test("a password behind the name of curl in a sentence is never replaced in half")
    func sentences() {
        let password = "Perth9toHobart2"
        for length in 100..<140 {
            let text = "curl \(String(repeating: "a ", count: length))-u admin:\(password) --more"
            let isNear = text.utf8.count - password.utf8.count < 256
            let copy = copy(text)
            #expect(copy == text.replacing(password, with: mark(password, .password)) || !isNear && copy == text)
        }
    }

    @Test(
        "a key in a header or a field is replaced in all its pieces, and the quotes around it still close",
        arguments: [
            (#"curl -H 'X-Api-Key: Perth9'"'"'to2Hobart' x"#, #"curl -H 'X-Api-Key: MARK'""'' x"#),
            (#"curl -H "X-Api-Key: Perth9to2"'Hobart' x"#, #"curl -H "X-Api-Key: MARK"'' x"#),
            ("curl -H \"Authorization: Bearer Perth9to2\\\nHobart\" x", "curl -H \"Authorization: Bearer MARK\\\n\" x"),
            ("curl -F token=Perth9to2Hobart x", "curl -F token=MARK x"),
            ("curl -H 'x-api-key: Perth9to2Hobart'", "curl -H 'x-api-key: MARK'"),
            ("curl 'https://x.example/?key=Perth9to2Hobart'\n", "curl 'https://x.example/?key=MARK'\n"),
            ("curl ^\"https://x.example/?key=Perth9^%^2FHobart^&a=b^\"", "curl ^\"https://x.example/?key=MARK^&a=b^\""),
            ("curl 'https://x.example/?key=Perth9'\"'\"'Hobart' x", "curl 'https://x.example/?key=MARK'\"\"'' x"),
            (
                "curl ^\"x^\" ^\r\n  -H ^\"x-api-key: Perth9to2Hobart^\" ^\r\n",
                "curl ^\"x^\" ^\r\n  -H ^\"x-api-key: MARK^\" ^\r\n"
            ),
        ])
    func headers(_ text: String, _ template: String) {
        let copy = copy(text)
        #expect(!copy.contains("Perth9") && !copy.contains("Hobart"))
        let parts = template.split(separator: "MARK", omittingEmptySubsequences: false)
        #expect(copy.hasPrefix(parts[0]) && copy.hasSuffix(parts[1]), "\(copy)")
    }

    @Test("any number of commands on one line are cut in time that grows with the line")
    func manyCommands() {
        let text = String(repeating: "--token abc; curl -s; I use curl and --foo, ", count: 2_000)
        #expect(copy(text) == text)
    }

    @Test("a quote that nothing closes hides no command behind it")
    func openQuotes() {
        let text = "relay --token 'abc\nit isn't\nrelay --token sail4pe9 --x \"\nrelay --token walk7to3"
        #expect(!copy(text).contains("sail4pe9"))
        #expect(!copy(text).contains("walk7to3"))
    }

    @Test(
        "a bracket that ends a command ends the value of its option, but not one between quotation marks",
        arguments: [
            ("export API_KEY=\"$(vault read --token SECRET)\"", Secret.Kind.token),
            ("API_KEY=$(decrypt --password \"SECRET\") run", .password),
            ("echo \"$(curl --pass SECRET)\" x", .password),
            ("(relay --token=SECRET) | tee", .token),
        ])
    func substitutions(_ template: String, _ kind: Secret.Kind) {
        let value = "Perth9toHobart2sail"
        #expect(
            copy(template.replacing("SECRET", with: value)) == template.replacing("SECRET", with: mark(value, kind)))
    }

    @Test("in a string of JSON an option ends where its line does", arguments: ["=", " "])
    func strings(_ sign: String) {
        let value = "q7Xw93LmZp4T"
        func body(_ value: String) -> String {
            "POST / HTTP/1.1\n\n" + #"{"content": "run --api-key\#(sign)\#(value)\n-H x"}"# + "\n"
        }
        #expect(copy(body(value)) == body(mark(value, .key)))
    }

    @Test("no half of a password is replaced that has a bracket of its own")
    func brackets() {
        let text = "relay --token \"abcd1234)efgh\""
        #expect(copy(text) == text)
    }

    @Test(
        "the lines of a file of options for curl have passwords",
        arguments: [
            "user = \"joe:SECRET\"\nsilent\n", "proxy-user = joe:SECRET", "  oauth2-bearer = SECRET",
            "# options\npass=\"SECRET\"",
        ])
    func files(_ template: String) {
        let value = "sail4pe9"
        #expect(
            copy(template.replacing("SECRET", with: value))
                == template.replacing("SECRET", with: mark(value, .password)))
    }

    @Test(
        "other users stay",
        arguments: ["user = \"1000:1000\"", "superuser = joe:abcd1234", "the user = a:b12345678", "user: joe:abcd1234"])
    func users(_ text: String) { #expect(copy(text) == text) }
}
