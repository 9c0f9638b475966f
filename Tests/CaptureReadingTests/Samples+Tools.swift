/// What curl prints, commands of it, and logs of tools that sit between a client and an API.
extension Samples {
    /// A command and what `curl -v` printed: an interim response, content without a line end of its own, and a second
    /// exchange on the same connection whose content stands elsewhere.
    static let verbose = """
        $ curl -v https://llm.example/v1/messages -H 'x-api-key: sk-walk-to-perth' -d '{"a": 1}' --next -o b https://llm.example/
        *   Trying 192.0.2.1:443...
        * [HTTP/2] [1] [:path: /v1/messages]
        > POST /v1/messages HTTP/2\r
        > Host: llm.example\r
        > x-api-key: sk-walk-to-perth\r
        > Content-Length: 8\r
        > \r
        } [8 bytes data]
        < HTTP/2 100 \r
        < \r
        < HTTP/2 200 \r
        < content-type: application/json\r
        < \r
        {"b":
         "* c"}* Connection #0 to host llm.example left intact
          % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
        \r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0* Re-using existing connection
        > GET / HTTP/2\r
        >\u{20}
        < HTTP/2 404 \r
        < content-length: 5\r
        <\u{20}
        { [5 bytes data]

        """

    /// Commands of PowerShell as browsers copy them: one with all that they write, and one with nothing.
    static let powerShell = #"""
        $session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
        $session.UserAgent = "Mozilla/5.0"
        $session.Cookies.Add((New-Object System.Net.Cookie("a", "1", "/", "llm.example")))
        $session.Cookies.Add((New-Object System.Net.Cookie("b", "`$2", "/", "llm.example")))
        Invoke-WebRequest -UseBasicParsing -Uri "https://llm.example/v1/messages?a=b&c" `
        -Method "POST" `
        -WebSession $session `
        -Headers @{
        "authority"="llm.example"
          "method"="POST"
          "path"="/v1/messages"
          "scheme"="https"
          "accept"="*/*"
          "x-api-key"="sk-walk-to-perth"
        } `
        -ContentType "application/json" `
        -Body ([System.Text.Encoding]::UTF8.GetBytes("{`"say`": `"$([char]8364) 5 $([char]0xd83d)$([char]0xde00) ```"}"));
        Invoke-WebRequest -UseBasicParsing -Uri "https://llm.example/"

        """#

    /// A trace with digits: chunks, times, and a second exchange.
    static let trace = """
        07:57:17.952125 == Info:   Trying 127.0.0.1:8899...
        07:57:17.952353 => Send header, 18 bytes (0x12)
        0000: 47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 0d 0a GET / HTTP/1.1..
        0010: 0d 0a                                           ..
        07:57:18.000000 <= Recv header, 17 bytes (0x11)
        0000: 48 54 54 50 2f 31 2e 31 20 32 30 30 20 4f 4b 0d HTTP/1.1 200 OK.
        0010: 0a                                              .
        07:57:18.000000 <= Recv header, 28 bytes (0x1c)
        0000: 54 72 61 6e 73 66 65 72 2d 45 6e 63 6f 64 69 6e Transfer-Encodin
        0010: 67 3a 20 63 68 75 6e 6b 65 64 0d 0a             g: chunked..
        07:57:18.000000 <= Recv header, 2 bytes (0x2)
        0000: 0d 0a                                           ..
        07:57:18.452353 <= Recv data, 13 bytes (0xd)
        0000: 33 0d 0a c3 a9 21 0d 0a 30 0d 0a 0d 0a          3....!..0....
        07:57:18.452400 == Info: Connection #0 to host 127.0.0.1 left intact
        07:57:19.000000 => Send header, 18 bytes (0x12)
        0000: 47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 0d 0a GET / HTTP/1.1..
        0010: 0d 0a                                           ..

        """

    /// A trace with characters: a line that goes on, and an event stream whose line ends are LF.
    static let asciiTrace = """
        => Send header, 91 bytes (0x5b)
        0000: POST /v1/messages/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        0040: a HTTP/1.1
        004c: Host: llm.e
        0059:\u{20}
        => Send data, 7 bytes (0x7)
        0000: {"a":1}
        <= Recv header, 17 bytes (0x11)
        0000: HTTP/1.1 200 OK
        <= Recv header, 33 bytes (0x21)
        0000: Content-Type: text/event-stream
        <= Recv header, 2 bytes (0x2)
        0000:\u{20}
        <= Recv SSL data, 5 bytes (0x5)
        0000: .....
        <= Recv data, 32 bytes (0x20)
        0000: event: a.data: {"v": "1.5"}.....

        """

    /// Commands in the quotes of a shell and with the carets of Windows, and what one printed.
    static let commands = """
        $ curl --url 'https://llm.example/v1/messages?key=sk-walk-to-perth' \\
          -H 'content-type: application/json' -b 'sid=1' -u 'me:walk-to-perth' --compressed \\
          --data-raw $'{"a": "it\\'s \\u00e9 \\ud83d\\ude80"}' ;
        curl "https://llm.example/v1/models"
        HTTP/1.1 200 OK
        Content-Type: application/json

        {"data": []}
        curl ^"https://llm.example/^" ^
          -H ^"a: ^\\^"b^\\^"^" ^
          --data-raw ^"^{^\\^"c^\\^":1^}^

        d^"

        """

    /// A log with a record a line, of which one is damaged.
    static let log = """
        {"request": {"timestamp": 1757475002.25, "method": "POST", "url": "https://llm.example/v1/messages", "headers": {"x-api-key": "sk-walk-to-perth"}, "body": {"a": 1}}, "response": {"timestamp": 1757475003.5, "status_code": 200, "headers": {"content-type": "text/event-stream"}, "body_raw": "data: 1\\n\\n"}}
        {"request": {"method":
        {"request": {"method": "GET", "url": "https://llm.example/", "headers": {}}, "response": null}

        """

    /// A log of records with paths in an array.
    static let tapLog = """
        [
          {"turn": 1, "duration_ms": 12.5, "upstream_base_url": "https://llm.example/", "request": {"method": "POST",
            "path": "/v1/messages", "headers": {}, "body": "x"}, "response": {"status": 200, "body": null,
            "sse_events": [{"event": "ping", "data": {"a": 1}}]}}
        ]

        """
}
