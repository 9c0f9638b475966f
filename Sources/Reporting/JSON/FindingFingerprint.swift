internal import Findings

/// A name for a finding that stays the same while lines move: a digest of its rule and its logical place.
enum FindingFingerprint {
    /// How many digits of the digest are shown: collisions among the findings of one project are out of the question.
    private static let digitCount = 16

    /// The fingerprint.
    ///
    /// - Parameters:
    ///   - rule: the id of the rule.
    ///   - place: the logical place as it is shown, without secrets: a digest of one would let its reader confirm a guess.
    /// - Returns: sixteen hexadecimal digits.
    static func of(rule: String, place: String) -> String {
        String(ContentDigest.sha256(Array("\(rule)\n\(place)".utf8)[...]).prefix(digitCount))
    }
}
