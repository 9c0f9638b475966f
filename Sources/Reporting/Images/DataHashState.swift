internal import Crypto
internal import ImageValidation

/// Whether the bytes of an image are those that a claim was made of.
enum DataHashState: String {
    /// They are.
    case match

    /// They are not: the image was changed since.
    case mismatch

    /// That was not computed.
    case unchecked
}

extension ContentCredentials.DataHash {
    /// Compares the hash with that of an image; only SHA-256 is computed, over ranges in order.
    ///
    /// C2PA 2.2 §9.2.1
    func state(of image: ArraySlice<UInt8>) -> DataHashState {
        guard algorithm == "sha256" else { return .unchecked }
        var hash = SHA256()
        var position = 0
        for exclusion in exclusions {
            guard exclusion.lowerBound >= position, exclusion.upperBound <= image.count else { return .mismatch }
            hash.update(data: image.dropFirst(position).prefix(exclusion.lowerBound - position))
            position = exclusion.upperBound
        }
        hash.update(data: image.dropFirst(position))
        return Array(hash.finalize()) == digest ? .match : .mismatch
    }
}
