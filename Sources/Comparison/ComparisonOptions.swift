/// What is compared, and how exchanges find their pairs.
public struct ComparisonOptions: Sendable {
    /// How exchanges find their pairs.
    public var mode: AlignmentMode

    /// Hosts that count as others.
    public var hosts: HostMap

    /// Which differences are told.
    public var filter: ChangeFilter

    /// Which exchanges are compared.
    public var scope: Scope

    /// What is compared with what.
    public enum Scope: Sendable, Equatable {
        /// Those of one session with those of the other.
        case sessions

        /// Two, by number, and no others.
        case pair(a: Int, b: Int)

        /// Those of one session with the earlier ones that their conversations go on from.
        case growth
    }

    /// Creates options; unless asked for otherwise, everything is compared.
    public init(
        mode: AlignmentMode = .auto, hosts: HostMap = HostMap(), filter: ChangeFilter = ChangeFilter(),
        scope: Scope = .sessions
    ) {
        self.mode = mode
        self.hosts = hosts
        self.filter = filter
        self.scope = scope
    }
}
