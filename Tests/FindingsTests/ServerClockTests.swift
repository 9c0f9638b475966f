import Findings
import Testing

@Suite struct ServerClockTests {
    @Test(
        "a header's date is read",
        arguments: [
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Wed, 10 Sep 2025 03:30:10 GMT", 1_757_475_010),
            ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199), ("Tue, 29 Feb 2000 00:00:00 GMT", 951_782_400),
            ("Wed, 31 Dec 1969 23:59:59 GMT", -1), ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
            ("Sat, 01 Jan 0000 00:00:00 GMT", -62_167_219_200), ("Mon, 01 Jan 0001 00:00:00 GMT", -62_135_596_800),
            ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800),
        ])
    func httpDates(_ text: String, _ seconds: Int) {
        #expect(ServerClock(httpDate: text)?.microseconds == seconds * 1_000_000)
    }

    @Test(
        "what is no date of a header is none",
        arguments: [
            "", "Wed", "Wednesday, 10-Sep-25 03:30:10 GMT", "Wed Sep 10 03:30:10 2025", "Wed, 10 Sep 2025 03:30:10 UTC",
            "Wed, 10 sep 2025 03:30:10 GMT", "Wed, 31 Sep 2025 03:30:10 GMT", "Wed, 29 Feb 2025 03:30:10 GMT",
            "Thu, 29 Feb 1900 03:30:10 GMT", "Wed, 00 Sep 2025 03:30:10 GMT", "Wed, 10 Sep 2025 24:30:10 GMT",
            "Wed, 10 Sep 2025 03:60:10 GMT", "Wed, 10 Sep 2025 03:30:61 GMT", "Wed, 10 Sep 2025 03:30:1 GMTT",
            "Wed, 1\u{0660} Sep 2025 03:30:10GMT", "Wed, 10 Sep +025 03:30:10 GMT", "Wed, 10 Sep 2025 03-30-10 GMT",
        ])
    func brokenHTTPDates(_ text: String) {
        #expect(ServerClock(httpDate: text) == nil)
    }

    @Test(
        "a time stamp is read",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2025-09-10T03:30:02.361227Z", 1_757_475_002_361_227),
            ("2025-09-10T03:30:02.361227999Z", 1_757_475_002_361_227),
            ("2025-09-10T03:30:02.3Z", 1_757_475_002_300_000),
            ("2025-09-10t03:30:02z", 1_757_475_002_000_000), ("2025-09-10T13:00:02+09:30", 1_757_475_002_000_000),
            ("2025-09-09T22:30:02-05:00", 1_757_475_002_000_000), ("1969-12-31T23:59:59.5Z", -500_000),
        ])
    func timestamps(_ text: String, _ microseconds: Int) {
        #expect(ServerClock(timestamp: text)?.microseconds == microseconds)
    }

    @Test(
        "what is no time stamp is none",
        arguments: [
            "", "2025-09-10", "2025-09-10T03:30:02", "2025-09-10T03:30:02.Z", "2025-09-10T03:30:02.3",
            "2025-09-10 03:30:02Z",
            "2025-13-10T03:30:02Z", "2025-09-31T03:30:02Z", "2025-09-10T03:30:02+0930", "2025-09-10T03:30:02+24:00",
            "2025-09-10T03:30:02ZZ", "2025/09/10T03:30:02Z", "-025-09-10T03:30:02Z", "2025-09-10T3:30:002Z",
        ])
    func brokenTimestamps(_ text: String) {
        #expect(ServerClock(timestamp: text) == nil)
    }

    @Test("every prefix of a date or a time stamp is read or is none")
    func prefixes() {
        let date = "Wed, 10 Sep 2025 03:30:10 GMT"
        #expect(date.indices.allSatisfy { end in ServerClock(httpDate: String(date[..<end])) == nil })
        let stamp = "2025-09-10T03:30:02.361227+09:30"
        #expect(stamp.indices.allSatisfy { end in ServerClock(timestamp: String(stamp[..<end])) == nil })
    }

    @Test("the time of the day is cut to the digits that are asked for")
    func timeOfDay() throws {
        let clock = try #require(ServerClock(timestamp: "2025-09-10T03:30:02.361927Z"))
        #expect(clock.timeOfDay(fractionDigits: 3) == "03:30:02.361")
        #expect(clock.timeOfDay(fractionDigits: 0) == "03:30:02")
        let before = try #require(ServerClock(timestamp: "1969-12-31T23:59:59.5Z"))
        #expect(before.timeOfDay(fractionDigits: 1) == "23:59:59.5")
    }
}
