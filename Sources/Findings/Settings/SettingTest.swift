internal import JSONReading

/// What may be wrong with a setting.
struct SettingTest: Sendable {
    /// Whether a value is wrong, in the request that it stands in.
    let holds: @Sendable (_ value: JSONValue, _ root: JSONValue) -> Bool

    /// A number outside a range.
    static func outside(_ range: ClosedRange<Double>) -> SettingTest {
        SettingTest { value, _ in number(value).map { number in !range.contains(number) } ?? false }
    }

    /// A number below a least one.
    static func below(_ least: Double) -> SettingTest {
        SettingTest { value, _ in number(value).map { number in number < least } ?? false }
    }

    /// A number above a greatest one.
    static func above(_ greatest: Double) -> SettingTest {
        SettingTest { value, _ in number(value).map { number in number > greatest } ?? false }
    }

    /// More elements or members than may be.
    static func moreThan(_ count: Int) -> SettingTest {
        SettingTest { value, _ in value.count > count }
    }

    /// A text longer than so many bytes.
    static func longerThan(_ count: Int) -> SettingTest {
        SettingTest { value, _ in (value.string?.utf8.count ?? 0) > count }
    }

    /// Any value but null.
    static let present = SettingTest { value, _ in !value.isNull }

    /// The literal `true`.
    static let isTrue = SettingTest { value, _ in value.kind == .true }

    /// The literal `false`.
    static let isFalse = SettingTest { value, _ in value.kind == .false }

    /// One of some texts, in any case.
    static func isOne(of texts: String...) -> SettingTest {
        SettingTest { value, _ in value.string.map { text in texts.contains(text.lowercased()) } ?? false }
    }

    /// A text that is none of those that are known, in any case.
    static func isNone(of texts: String...) -> SettingTest {
        SettingTest { value, _ in value.string.map { text in !texts.contains(text.lowercased()) } ?? false }
    }

    /// A text that reads like an address of mail.
    static let isMailAddress = SettingTest { value, _ in
        guard let text = value.string, let at = text.utf8.firstIndex(of: UInt8(ascii: "@")), at != text.startIndex
        else { return false }
        let host = text.utf8[at...].dropFirst()
        return host.contains(UInt8(ascii: ".")) && !host.contains(UInt8(ascii: " "))
            && !host.contains(UInt8(ascii: "@"))
    }

    /// Beside another member that is not null, anywhere in the request.
    static func beside(_ path: String) -> SettingTest {
        SettingTest { value, root in
            !value.isNull && !SettingCheck(path, .present, .info, "", .none).matches(in: root).isEmpty
        }
    }

    /// Without another member, or with one that is not as it has to be.
    static func without(_ path: String, _ test: SettingTest = .present) -> SettingTest {
        SettingTest { value, root in
            !value.isNull && SettingCheck(path, test, .info, "", .none).matches(in: root).isEmpty
        }
    }

    /// Both.
    func and(_ other: SettingTest) -> SettingTest {
        SettingTest { value, root in holds(value, root) && other.holds(value, root) }
    }

    private static func number(_ value: JSONValue) -> Double? { value.numberLexeme.flatMap(Double.init) }
}

extension SettingSource {
    /// The source of nothing that is told.
    fileprivate static let none = SettingSource(address: "", since: "")
}
