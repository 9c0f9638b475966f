/// A rule of zlib data, wherever they stand: in image data as `ZLB-`, in profiles as `iCCPZ-`, in texts as `TXTZ-`.
///
/// PNG, 3rd edition, §10; RFC 1950
enum ZlibRule: String {
    /// Fewer bytes than the header has.
    case short = "SHORT"
    /// Another compression method than deflate.
    case method = "CM"
    /// A window that is too large.
    case window = "WIN"
    /// A header whose check bits are wrong.
    case check = "FCHECK"
    /// A preset dictionary.
    case dictionary = "FDICT"
    /// Damaged deflate data.
    case data = "DATA"
    /// A distance that leads to before the beginning.
    case far = "FAR"
    /// A distance that leads out of the window that the header declares.
    case windowSmall = "WINSMALL"
    /// Data that end before the deflate data do.
    case truncated = "TRUNC"
    /// Rows that are all there, without the end of the data behind them.
    case noChecksum = "NOADLER"
    /// A wrong checksum.
    case checksum = "ADLER"
    /// Bytes behind the data.
    case extra = "EXTRA"
    /// More output than is kept.
    case bomb = "BOMB"

    /// The rule behind a prefix.
    func rule(_ prefix: String) -> ImageRule {
        switch self {
        case .windowSmall, .extra, .bomb: ImageRule("\(prefix)-\(rawValue)", .warning, "10.1, RFC 1950")
        default: ImageRule("\(prefix)-\(rawValue)", .error, "10.1, RFC 1950")
        }
    }
}
