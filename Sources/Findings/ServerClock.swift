/// A moment as a server's clock told it, in UTC.
package struct ServerClock: Comparable {
    /// The microseconds since the beginning of 1970.
    package let microseconds: Int

    /// Reads the date that a header holds: `Wed, 10 Sep 2025 03:30:10 GMT`; nil for every other text, the two
    /// obsolete forms included.
    ///
    /// The day of the week is not compared with the date.
    ///
    /// RFC 9110 §5.6.7, `IMF-fixdate`
    package init?(httpDate text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 29, bytes[3] == UInt8(ascii: ","), bytes[25...].elementsEqual(" GMT".utf8),
            [4, 7, 11, 16].allSatisfy({ index in bytes[index] == UInt8(ascii: " ") }),
            let month = ServerClock.months.firstIndex(where: { name in bytes[8..<11].elementsEqual(name.utf8) }),
            let day = ServerClock.number(bytes[5..<7]), let year = ServerClock.number(bytes[12..<16])
        else { return nil }
        self.init(year: year, month: month + 1, day: day, time: bytes[17..<25], fraction: 0, offset: 0)
    }

    /// Reads a time stamp: `2025-09-10T03:30:02.361227Z`; nil for every other text.
    ///
    /// Digits beyond the microsecond are left out.
    ///
    /// RFC 3339 §5.6
    package init?(timestamp text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            bytes[10] | 0x20 == UInt8(ascii: "t"), let year = ServerClock.number(bytes[..<4]),
            let month = ServerClock.number(bytes[5..<7]), let day = ServerClock.number(bytes[8..<10])
        else { return nil }
        var rest = bytes[19...]
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { byte in byte.isASCIIDigit }
            guard !digits.isEmpty else { return nil }
            rest = rest[digits.endIndex...]
            let six = digits.prefix(6) + Array(repeating: UInt8(ascii: "0"), count: max(0, 6 - digits.count))
            fraction = ServerClock.number(six) ?? 0
        }
        guard let offset = ServerClock.offset(rest) else { return nil }
        self.init(year: year, month: month, day: day, time: bytes[11..<19], fraction: fraction, offset: offset)
    }

    /// The moment of a date and a time `03:30:10`, so many seconds east of UTC; nil when there is none.
    private init?(year: Int, month: Int, day: Int, time: ArraySlice<UInt8>, fraction: Int, offset: Int) {
        let parts = time.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ part in part.count == 2 }), let hour = ServerClock.number(parts[0]),
            let minute = ServerClock.number(parts[1]), let second = ServerClock.number(parts[2]),
            // A leap second is the 61st of its minute.
            hour < 24, minute < 60, second < 61, (1...12).contains(month),
            (1...ServerClock.days(inMonth: month, of: year)).contains(day)
        else { return nil }
        let days =
            ServerClock.days(beforeYear: year) - ServerClock.days(beforeYear: 1970) + day - 1
            + (1..<month).reduce(0) { sum, month in sum + ServerClock.days(inMonth: month, of: year) }
        let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset
        microseconds = seconds * 1_000_000 + fraction
    }

    /// The time of its day, cut to so many digits of the second's fraction, at most six: `03:30:02.361`.
    package func timeOfDay(fractionDigits: Int) -> String {
        let ofDay = ((microseconds % ServerClock.day) + ServerClock.day) % ServerClock.day
        let seconds = ofDay / 1_000_000
        let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map { part in ServerClock.padded(part, to: 2) }
        let fraction = ServerClock.padded(ofDay % 1_000_000, to: 6).prefix(fractionDigits)
        return time.joined(separator: ":") + (fraction.isEmpty ? "" : "." + fraction)
    }

    /// Orders by time.
    package static func < (left: ServerClock, right: ServerClock) -> Bool {
        left.microseconds < right.microseconds
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static let day = 24 * 3_600 * 1_000_000

    /// The seconds east of UTC that `Z` or `+09:30` says; nil for anything else.
    private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
        if text.count == 1, let only = text.first { return only | 0x20 == UInt8(ascii: "z") ? 0 : nil }
        let digits = text.dropFirst()
        guard text.count == 6, let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
            digits.dropFirst(2).first == UInt8(ascii: ":"), let hours = number(digits.prefix(2)),
            let minutes = number(digits.suffix(2)), hours < 24, minutes < 60
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

    /// The number that a few ASCII digits are; nil when one of them is none.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return digits.reduce(0) { number, digit in number * 10 + Int(digit - UInt8(ascii: "0")) }
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

extension UInt8 {
    /// Whether the byte is one of the ASCII digits.
    fileprivate var isASCIIDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
    }
}
