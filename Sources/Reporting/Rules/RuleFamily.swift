/// What rules look at: the letters that their ids begin with.
///
/// The order is that of a reviewer's questions.
enum RuleFamily: String, CaseIterable {
    case secrets = "SEC"
    case hosts = "HST"
    case safety = "SAF"
    case config = "CFG"
    case capture = "CAP"
    case transport = "HTT"
    case stream = "SSE"
    case usage = "USE"
    case images = "IMG"
    case conversation = "CNV"
    case output = "OUT"

    /// The family of a rule's id, or nil when it has none.
    init?(ofRule id: String) {
        self.init(rawValue: String(id.prefix(RuleFamily.letterCount)))
    }

    /// How many letters name a family.
    private static let letterCount = 3

    /// Its name, as a heading shows it.
    var title: String { "\(self)".uppercased() }
}
