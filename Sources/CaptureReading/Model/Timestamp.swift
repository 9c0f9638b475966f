internal import ByteCoding

/// A moment as some clock told it: a recorder's, or a server's.
public struct Timestamp: Hashable, Sendable, Comparable {
    /// The microseconds since the beginning of 1970, in UTC.
    public let microseconds: Int

    /// The seconds east of UTC that the text names; 0 for `Z`, and for a text that names no zone.
    public let secondsEastOfUTC: Int

    /// How many digits of the second's fraction the text has, at most six: what is beyond the microsecond is left out.
    public let fractionDigits: Int

    /// Reads the date that a header holds: `Wed, 10 Sep 2025 03:30:10 GMT`; nil for every other text, the two
    /// obsolete forms included.
    ///
    /// The day of the week is not compared with the date.
    ///
    /// RFC 9110 §5.6.7, `IMF-fixdate`
    public init?(httpDate text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 29, bytes[3] == UInt8(ascii: ","), bytes[25...].elementsEqual(" GMT".utf8),
            [4, 7, 11, 16].allSatisfy({ index in bytes[index] == UInt8(ascii: " ") }),
            let month = Timestamp.months.firstIndex(where: { name in bytes[8..<11].elementsEqual(name.utf8) }),
            let day = Timestamp.number(bytes[5..<7]), let year = Timestamp.number(bytes[12..<16])
        else { return nil }
        self.init(year: year, month: month + 1, day: day, time: bytes[17..<25], fraction: [], offset: 0)
    }

    /// Reads a time stamp: `2025-09-10T03:30:02.361227Z`; nil for every other text.
    ///
    /// Digits beyond the microsecond are left out.
    ///
    /// RFC 3339 §5.6
    public init?(rfc3339 text: String) {
        self.init(text, isLenient: false)
    }

    /// Reads a time stamp as recorders write it; nil for a text without date and time.
    ///
    /// Beside the form of RFC 3339: a space for the `T`, a comma before the fraction, a zone of `+0930`, `+09`, `UTC` or
    /// none, which counts as UTC.
    public init?(lenient text: String) {
        self.init(text, isLenient: true)
    }

    /// Reads a number of seconds since the beginning of 1970, as JSON spells it; nil for a text that is none, and for times
    /// before 1970 or behind the year 9999.
    ///
    /// Digits beyond the microsecond are left out.
    public init?(secondsSince1970 text: String) {
        let bytes = Array(text.utf8)
        let whole = bytes.prefix(while: \.isDigit)
        let rest = bytes[whole.endIndex...]
        let fraction = rest.dropFirst()
        guard let seconds = Int(String(decoding: whole, as: UTF8.self)), seconds < 253_402_300_800,
            rest.isEmpty || rest.first == UInt8(ascii: ".") && !fraction.isEmpty && fraction.allSatisfy(\.isDigit)
        else { return nil }
        let six = fraction.prefix(6) + Array(repeating: UInt8(ascii: "0"), count: max(0, 6 - fraction.count))
        microseconds = seconds * 1_000_000 + (Timestamp.number(six) ?? 0)
        secondsEastOfUTC = 0
        fractionDigits = min(fraction.count, 6)
    }

    /// The moment so many seconds since the beginning of 1970, in UTC; nil before that and behind the year 9999.
    init?(secondsSince1970 seconds: Double) {
        guard seconds >= 0, seconds < 253_402_300_800 else { return nil }
        microseconds = Int((seconds * 1_000_000).rounded())
        secondsEastOfUTC = 0
        fractionDigits = 6
    }

    private init?(_ text: String, isLenient: Bool) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes[10] | 0x20 == UInt8(ascii: "t") || isLenient && bytes[10] == UInt8(ascii: " "),
            let year = Timestamp.number(bytes[..<4]), let month = Timestamp.number(bytes[5..<7]),
            let day = Timestamp.number(bytes[8..<10])
        else { return nil }
        var rest = bytes[19...]
        var fraction: ArraySlice<UInt8> = []
        if rest.first == UInt8(ascii: ".") || isLenient && rest.first == UInt8(ascii: ",") {
            fraction = rest.dropFirst().prefix(while: \.isDigit)
            guard !fraction.isEmpty else { return nil }
            rest = rest[fraction.endIndex...]
        }
        if isLenient {
            rest = rest.trimmed
            if ["UTC", "GMT"].contains(where: { name in rest.isEqual(ignoringCase: name) }) { rest = [] }
        }
        guard let offset = isLenient && rest.isEmpty ? 0 : Timestamp.offset(rest, isLenient: isLenient) else {
            return nil
        }
        self.init(year: year, month: month, day: day, time: bytes[11..<19], fraction: fraction, offset: offset)
    }

    /// The moment of a date and a time `03:30:10`, so many seconds east of UTC; nil when there is none.
    private init?(year: Int, month: Int, day: Int, time: ArraySlice<UInt8>, fraction: ArraySlice<UInt8>, offset: Int) {
        let parts = time.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ part in part.count == 2 }), let hour = Timestamp.number(parts[0]),
            let minute = Timestamp.number(parts[1]), let second = Timestamp.number(parts[2]),
            // A leap second is the 61st of its minute.
            hour < 24, minute < 60, second < 61, (1...12).contains(month),
            (1...Timestamp.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        let days =
            Timestamp.days(beforeYear: year) - Timestamp.days(beforeYear: 1970) + day - 1
            + (1..<month).reduce(0) { sum, month in sum + Timestamp.days(inMonth: month, of: year) }
        let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset
        let six = fraction.prefix(6) + Array(repeating: UInt8(ascii: "0"), count: max(0, 6 - fraction.count))
        microseconds = seconds * 1_000_000 + (Timestamp.number(six) ?? 0)
        secondsEastOfUTC = offset
        fractionDigits = min(fraction.count, 6)
    }

    /// The time of its day in UTC, cut to so many digits of the second's fraction, at most six: `03:30:02.361`.
    public func timeOfDay(fractionDigits: Int) -> String {
        timeOfDay(fractionDigits: fractionDigits, offset: 0)
    }

    private func timeOfDay(fractionDigits: Int, offset: Int) -> String {
        let local = microseconds + offset * 1_000_000
        let ofDay = ((local % Timestamp.day) + Timestamp.day) % Timestamp.day
        let seconds = ofDay / 1_000_000
        let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { part in Timestamp.padded(part, to: 2) }
        let fraction = Timestamp.padded(ofDay % 1_000_000, to: 6).prefix(fractionDigits)
        return time.joined(separator: ":") + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// Orders by time.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }
}

extension Timestamp: CustomStringConvertible {
    /// The time stamp in the form of RFC 3339, as precise as it was told and in the zone that it was told in.
    public var description: String {
        let (year, month, day) = Timestamp.date(
            ofDay: Timestamp.floor(microseconds + secondsEastOfUTC * 1_000_000, dividedBy: Timestamp.day))
        let date = "\(Timestamp.padded(year, to: 4))-\(Timestamp.padded(month, to: 2))-\(Timestamp.padded(day, to: 2))"
        return "\(date)T\(timeOfDay(fractionDigits: fractionDigits, offset: secondsEastOfUTC))\(zone)"
    }

    private var zone: String {
        guard secondsEastOfUTC != 0 else { return "Z" }
        let minutes = abs(secondsEastOfUTC) / 60
        let sign = secondsEastOfUTC < 0 ? "-" : "+"
        return sign + Timestamp.padded(minutes / 60, to: 2) + ":" + Timestamp.padded(minutes % 60, to: 2)
    }
}

/// The arithmetic of dates.
extension Timestamp {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static let day = 24 * 3_600 * 1_000_000

    /// The seconds east of UTC that `Z` or `+09:30` says, leniently `+0930` and `+09` too; nil for anything else.
    private static func offset(_ text: ArraySlice<UInt8>, isLenient: Bool) -> Int? {
        if text.count == 1, let only = text.first { return only | 0x20 == UInt8(ascii: "z") ? 0 : nil }
        guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        let hasColon = text.count == 6 && text.dropFirst(3).first == UInt8(ascii: ":")
        guard hasColon || isLenient && (text.count == 5 || text.count == 3) else { return nil }
        let minuteDigits: ArraySlice<UInt8> = text.count > 3 ? text.suffix(2) : [UInt8(ascii: "0")]
        guard let hours = number(text.dropFirst().prefix(2)), let minutes = number(minuteDigits), hours < 24,
            minutes < 60
        else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes) * 60
    }

    /// The days of all years before one, in the Gregorian calendar carried back to the year 0.
    private static func days(beforeYear year: Int) -> Int {
        let past = year - 1
        return year * 365 + (past < 0 ? -1 : past / 4 - past / 100 + past / 400)
    }

    private static func days(inMonth month: Int, of year: Int) -> Int {
        let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeapYear ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// The date of a day, counted from the beginning of 1970.
    private static func date(ofDay number: Int) -> (year: Int, month: Int, day: Int) {
        let ordinal = number + days(beforeYear: 1970)
        // A year is 365 days or 366, so this guess is off by one at most on either side of a new year.
        var year = floor(ordinal * 400, dividedBy: 146_097)
        if days(beforeYear: year) > ordinal { year -= 1 }
        if days(beforeYear: year + 1) <= ordinal { year += 1 }
        var day = ordinal - days(beforeYear: year)
        var month = 1
        while day >= days(inMonth: month, of: year) {
            day -= days(inMonth: month, of: year)
            month += 1
        }
        return (year, month, day + 1)
    }

    /// The quotient rounded towards negative infinity.
    private static func floor(_ number: Int, dividedBy divisor: Int) -> Int {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// The number that a few ASCII digits are; nil when one of them is none.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else { return nil }
        return digits.reduce(0) { number, digit in number * 10 + Int(digit - UInt8(ascii: "0")) }
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
