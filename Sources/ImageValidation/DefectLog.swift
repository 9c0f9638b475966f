/// Collects the defects of an image, and folds those of one rule once there are many.
struct DefectLog {
    /// The defects so far.
    private(set) var defects: [ImageDefect] = []

    private let options: ImageValidationOptions
    private var listed: [String: (count: Int, last: Int)] = [:]

    /// An empty log.
    init(_ options: ImageValidationOptions) {
        self.options = options
    }

    /// Whether no error has been told so far.
    var isFreeOfErrors: Bool { !defects.contains { defect in defect.severity == .error } }

    /// Whether a rule has been broken so far.
    func has(_ rule: ImageRule) -> Bool { listed[rule.id] != nil }

    /// Adds a breach of a rule; the words are made only where it is listed by itself.
    mutating func add(
        _ rule: ImageRule, part: String? = nil, at offset: Int? = nil, expected: @autoclosure () -> String,
        found: @autoclosure () -> String, note: @autoclosure () -> String? = nil
    ) {
        let before = listed[rule.id]
        if let before, before.count >= options.defectsPerRule {
            defects[before.last].furtherCount += 1
            return
        }
        listed[rule.id] = ((before?.count ?? 0) + 1, defects.count)
        let severity = options.isStrict && rule.severity == .warning ? .error : rule.severity
        defects.append(
            ImageDefect(
                id: rule.id, severity: severity, part: part, offset: offset, expected: expected(), found: found(),
                note: note()))
    }
}
