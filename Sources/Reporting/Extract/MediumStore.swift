/// Where extracted files go.
public protocol MediumStore {
    /// Keeps a file under a name that is not used in the run; nothing else that is there already is changed.
    func store(_ bytes: ArraySlice<UInt8>, as name: String) -> MediumStoreOutcome
}

/// How the keeping of a file ended.
public enum MediumStoreOutcome: Sendable, Hashable {
    /// It is there.
    case written

    /// It was there before the run, byte for byte.
    case again

    /// It would be there, had files been wanted.
    case planned

    /// Something else is there already under its name, and was left alone.
    case exists

    /// It could not be written.
    case failed
}
