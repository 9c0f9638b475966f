import CaptureReading
import Testing

@Suite struct TimestampTests {
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
        #expect(Timestamp(httpDate: text)?.microseconds == seconds * 1_000_000)
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
        #expect(Timestamp(httpDate: text) == nil)
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
        #expect(Timestamp(rfc3339: text)?.microseconds == microseconds)
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
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test("every prefix of a date or a time stamp is read or is none")
    func prefixes() {
        let date = "Wed, 10 Sep 2025 03:30:10 GMT"
        #expect(date.indices.allSatisfy { end in Timestamp(httpDate: String(date[..<end])) == nil })
        let stamp = "2025-09-10T03:30:02.361227+09:30"
        #expect(stamp.indices.allSatisfy { end in Timestamp(rfc3339: String(stamp[..<end])) == nil })
    }

    @Test("the time of the day is cut to the digits that are asked for")
    func timeOfDay() throws {
        let clock = try #require(Timestamp(rfc3339: "2025-09-10T03:30:02.361927Z"))
        #expect(clock.timeOfDay(fractionDigits: 3) == "03:30:02.361")
        #expect(clock.timeOfDay(fractionDigits: 0) == "03:30:02")
        let before = try #require(Timestamp(rfc3339: "1969-12-31T23:59:59.5Z"))
        #expect(before.timeOfDay(fractionDigits: 1) == "23:59:59.5")
    }

    @Test(
        "what recorders write is read, as precise as it is and with its zone",
        arguments: [
            ("2025-09-10T03:30:02Z", "2025-09-10T03:30:02Z", 1_757_475_002_000_000),
            ("2025-09-10 03:30:02 UTC", "2025-09-10T03:30:02Z", 1_757_475_002_000_000),
            ("2025-09-10 03:30:02.5", "2025-09-10T03:30:02.5Z", 1_757_475_002_500_000),
            ("2025-09-10T13:00:02,123456789+0930", "2025-09-10T13:00:02.123456+09:30", 1_757_475_002_123_456),
            ("2025-09-09T22:30:02.10-05", "2025-09-09T22:30:02.10-05:00", 1_757_475_002_100_000),
            ("2025-12-31T23:59:59.999-08:00", "2025-12-31T23:59:59.999-08:00", 1_767_254_399_999_000),
            ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z", -500_000),
            ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z", 1_709_164_800_000_000),
            ("2000-12-31T12:00:00Z", "2000-12-31T12:00:00Z", 978_264_000_000_000),
            ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z", -62_167_219_200_000_000),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", 253_402_300_799_000_000),
        ])
    func lenient(_ text: String, _ written: String, _ microseconds: Int) {
        let stamp = Timestamp(lenient: text)
        #expect(stamp?.microseconds == microseconds)
        #expect(stamp?.description == written)
    }

    @Test(
        "a date alone, a number or a fraction without digits is no time stamp",
        arguments: [
            "", "2025-09-10", "1757475002", "2025-09-10T03:30:02.", "2025-09-10T03:30:02+9",
            "2025-09-10T03:30:02 CET",
            "2025-09-10T03:30", "10 Sep 2025 03:30:02",
        ])
    func brokenLenient(_ text: String) {
        #expect(Timestamp(lenient: text) == nil)
    }

    @Test(
        "the days around the turn of a century follow one another, and are written as they are read",
        arguments: [(1896..<1905, 3_287), (1996..<2005, 3_288), (2096..<2105, 3_287)])
    func days(years: Range<Int>, count: Int) {
        var stamps: [Timestamp] = []
        for year in years {
            for date in (1...12).flatMap({ month in (1...31).map { day in (month, day) } }) {
                let text = "\(year)-\(date.0 < 10 ? "0" : "")\(date.0)-\(date.1 < 10 ? "0" : "")\(date.1)T00:00:00Z"
                guard let stamp = Timestamp(rfc3339: text) else { continue }
                #expect(stamp.description == text)
                stamps.append(stamp)
            }
        }
        #expect(stamps.count == count)
        #expect(
            zip(stamps, stamps.dropFirst()).allSatisfy { day, next in
                next.microseconds - day.microseconds == 86_400_000_000
            })
    }
}
