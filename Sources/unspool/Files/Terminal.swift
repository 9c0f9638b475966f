internal import SystemPackage

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// What is known of the terminal that a stream may be.
struct Terminal {
    private let descriptor: FileDescriptor

    /// The terminal behind a descriptor.
    init(_ descriptor: FileDescriptor) {
        self.descriptor = descriptor
    }

    /// Whether the stream is a terminal.
    var isTerminal: Bool { isatty(descriptor.rawValue) == 1 }

    /// Its columns, or nil when it is none or does not know them.
    var width: Int? {
        guard isTerminal else { return nil }
        var size = winsize()
        guard unsafe ioctl(descriptor.rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    /// Whether colour is welcome there: on a terminal that is not `dumb`, unless `NO_COLOR` is set
    /// (https://no-color.org).
    var welcomesColor: Bool {
        isTerminal && Environment.variable("TERM") != "dumb" && Environment.variable("NO_COLOR") == nil
    }
}
