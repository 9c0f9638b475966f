import Findings
import Testing

@Suite struct CalendarDayTests {
    @Test("a day is a year, a month and a day that there is", arguments: ["2026-12-31", "2024-02-29", "0001-01-01"])
    func days(_ text: String) {
        #expect(CalendarDay(text)?.description == text)
    }

    @Test(
        "nothing else is a day",
        arguments: ["", "2026-13-01", "2026-02-29", "2026-1-1", "2026-12-31T", "31.12.2026", "2026-12-3x", "２026-1-1"])
    func others(_ text: String) {
        #expect(CalendarDay(text) == nil)
    }

    @Test(
        "a moment has a day in UTC",
        arguments: [(0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (1_798_761_599, "2026-12-31")])
    func moments(_ seconds: Int, _ day: String) {
        #expect(CalendarDay(secondsSince1970: seconds)?.description == day)
    }

    @Test("there is no day before 1970 or behind the year 9999")
    func limits() {
        #expect(CalendarDay(secondsSince1970: -1) == nil)
        #expect(CalendarDay(secondsSince1970: .max) == nil)
    }

    @Test("days are ordered by time")
    func order() throws {
        let days = try ["2026-01-02", "2025-12-31", "2026-01-01"].map { text in try #require(CalendarDay(text)) }
        #expect(days.sorted().map(\.description) == ["2025-12-31", "2026-01-01", "2026-01-02"])
    }
}
