/// The rules of what an image is said to be.
extension ImageRule {
    static let typeMismatch = ImageRule("MIME-MISMATCH", .error, "RFC 9110 §8.3")
    static let unknownFormat = ImageRule("FMT-UNKNOWN", .error, "RFC 9110 §8.3")
    static let namedOnly = ImageRule("FMT-NAMED", .info, "RFC 9110 §8.3")
}
