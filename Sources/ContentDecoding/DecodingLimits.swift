/// How much is decoded before a body is taken for one that is meant to do harm.
///
/// Nothing is ever allocated from a size that the data declare, so these bound what is written, and the work.
public struct DecodingLimits: Hashable, Sendable {
    /// The most bytes that one body is decoded to; nil for no limit.
    ///
    /// 256 MiB: no answer of an API comes near, and a prompt of that size is refused by all of them.
    public var bodySize: Int? = 256 << 20

    /// The most bytes that the containers around a whole capture are decoded to; nil for no limit.
    ///
    /// 4 GiB: a capture is read piece by piece, so this bounds the time that it takes, not memory.
    public var captureSize: Int? = 4 << 30

    /// The most decoded bytes for each byte of the captured body, or of the outermost container, once `ratioFloor` is
    /// passed.
    ///
    /// Event streams reach 30. Deflate can do no more than 1032, brotli and zstd thousands of times that.
    public var ratio = 1000

    /// The decoded bytes up to which no ratio is too high: 32 MiB do no harm.
    public var ratioFloor = 32 << 20

    /// The most layers around one body, those that nobody declared included, and containers around one capture.
    ///
    /// curl and urllib3 have the same limit.
    public var layers = 5

    /// The most members of a gzip body, or frames of a zstd body: an empty one costs more to begin than to read.
    public var members = 1 << 16

    /// The most members of an archive that are listed: 262,144.
    ///
    /// A capture of a day may have more bodies beside it than a directory of 16 bits can count. A list of so many takes
    /// some 50 MB.
    public var archiveMembers = 1 << 18

    /// The most bytes of a layer that may pass without a decoded one.
    public var barrenInput = 16 << 20

    /// The largest window that a zstd frame may ask for, as a power of two: 128 MiB.
    public var zstandardWindowLog = 27

    /// The window above which a frame is one that clients refuse, as a power of two: 8 MiB.
    ///
    /// RFC 9659
    public var zstandardClientWindowLog = 23

    /// The limits that fit captures of every day.
    public init() {}
}
