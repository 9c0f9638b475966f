internal import Findings

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What the system says of the run: variables, the folder, the day.
enum Environment {
    /// A variable; nil when it is not set, or empty.
    static func variable(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        let text = unsafe String(cString: value)
        return text.isEmpty ? nil : text
    }

    /// The folder that the program runs in, absolute; nil where the system does not say.
    static var folder: String? {
        guard let name = unsafe getcwd(nil, 0) else { return nil }
        defer { unsafe free(name) }
        return unsafe String(cString: name)
    }

    /// Today, in UTC.
    static var today: CalendarDay? { CalendarDay(secondsSince1970: Int(time(nil))) }

    /// How many cores the processor offers now; one where the system does not say.
    static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
