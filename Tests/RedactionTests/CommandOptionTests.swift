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
            "curl -s https://relay.example isn't\n$ curl localhost -u admin:sail4pe9 # isn't",
        ])
    func apostrophes(_ text: String) { #expect(!copy(text).contains("sail4pe9")) }

    @Test("a quote that nothing closes hides no command behind it")
    func openQuotes() {
        let text = "relay --token 'abc\nit isn't\nrelay --token sail4pe9 --x \"\nrelay --token walk7to3"
        #expect(!copy(text).contains("sail4pe9"))
        #expect(!copy(text).contains("walk7to3"))
    }
}
