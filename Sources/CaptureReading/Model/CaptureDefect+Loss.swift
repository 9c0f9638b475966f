extension CaptureDefect {
    /// Whether content is lost by it, cut short, or not what went over the wire: a report must not pass over that.
    public var losesContent: Bool {
        id.split(separator: ".").last.map { name in CaptureDefect.losses.contains(String(name)) } ?? false
    }

    /// The names of such defects, without that of the format.
    private static let losses: Set = [
        "changed-output", "content-behind-body", "damaged", "damaged-block", "entry-not-json", "file", "input",
        "logged",
        "mixed-content", "mixed-transfers", "open", "open-document", "open-quote", "open-substitution",
        "output-in-file",
        "record-not-json", "stray-content", "text-behind", "too-deep", "too-large", "truncated", "truncated-block",
        "truncated-body", "truncated-head", "unread-fence",
    ]
}
