/// What is compared, and how exchanges find their pairs.
public struct ComparisonOptions: Sendable {
    /// How exchanges find their pairs.
    public var mode: AlignmentMode

    /// Hosts that count as others.
    public var hosts: HostMap

    /// Which differences are told.
    public var filter: ChangeFilter

    /// The two exchanges that are compared, by number, and no others; nil for all.
    public var chosen: (a: Int, b: Int)?

    /// Creates options; unless asked for otherwise, everything is compared.
    public init(
        mode: AlignmentMode = .auto, hosts: HostMap = HostMap(), filter: ChangeFilter = ChangeFilter(),
        chosen: (a: Int, b: Int)? = nil
    ) {
        self.mode = mode
        self.hosts = hosts
        self.filter = filter
        self.chosen = chosen
    }
}
