internal import CaptureReading

/// A day of the Gregorian calendar: `2026-03-31`.
///
/// RFC 3339 §5.6, `full-date`
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The day as it is written.
    public let description: String

    /// Reads a day; nil for any other text, and for days that there are not.
    public init?(_ text: String) {
        guard text.utf8.count == 10, Timestamp(rfc3339: text + "T00:00:00Z") != nil else { return nil }
        description = text
    }

    /// The day, in UTC, of a moment in seconds since the beginning of 1970; nil before that and behind the year 9999.
    public init?(secondsSince1970 seconds: Int) {
        guard let moment = Timestamp(secondsSince1970: String(seconds)) else { return nil }
        description = String(moment.description.prefix(10))
    }

    /// Orders by time.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        // Every number has its zeros, so the order of the texts is that of the days.
        left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
    }
}
