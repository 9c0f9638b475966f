internal import ByteCoding

/// An attribute of an element.
///
/// There is no way to make one whose name is captured, none that runs a script, none that carries a style, and the only
/// addresses are places of the page and images in it.
struct HTMLAttribute {
    /// The name.
    let name: String

    /// The value, as it is before it is escaped; nil for an attribute that has none.
    let value: String?

    private init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }

    /// The classes.
    static func `class`(_ classes: HTMLClass...) -> HTMLAttribute {
        let first = classes.first?.rawValue ?? ""
        return HTMLAttribute("class", classes.dropFirst().reduce(first) { names, name in "\(names) \(name.rawValue)" })
    }

    /// The classes of a bar, from a start on and of a length, both in percent of the cell; at least one percent is drawn.
    static func bar(start: Int, length: Int) -> HTMLAttribute {
        let start = min(max(start, 0), 99)
        return HTMLAttribute("class", "\(HTMLClass.part1.rawValue) s\(start) w\(min(max(length, 1), 100 - start))")
    }

    /// The rules of a style sheet for the classes of bars; a page has no styles but those of its sheet.
    static let barRules = (0..<100).map { percent in
        ".s\(percent) { margin-left: \(percent)%; }\n.w\(percent + 1) { width: \(percent + 1)%; }\n"
    }.joined()

    /// The classes of a cell in a column of a width, in characters; at most `widestColumn` are given.
    static func cell(_ look: HTMLClass?, width: Int?) -> HTMLAttribute {
        let size = width.map { width in "c\(min(max(width, 1), widestColumn))" }
        return HTMLAttribute("class", [look?.rawValue, size].compactMap { name in name }.joined(separator: " "))
    }

    /// The widest column, in characters.
    static let widestColumn = 18

    /// The rules of a style sheet for the classes of cells.
    static let columnRules = (1...widestColumn).map { width in
        ".c\(width) { width: calc(0.8rem + \(width) * 0.6rem); }\n"
    }.joined()

    /// The name of the place.
    static func id(_ anchor: Anchor) -> HTMLAttribute { HTMLAttribute("id", anchor.name) }

    /// A link to a place of the page.
    static func link(_ anchor: Anchor) -> HTMLAttribute { HTMLAttribute("href", "#" + anchor.name) }

    /// An image in the page itself.
    static func image(_ format: PictureFormat, _ bytes: [UInt8]) -> HTMLAttribute {
        HTMLAttribute("src", "data:image/\(format.rawValue);base64,\(Base64.encode(bytes))")
    }

    /// A number under a name that HTML or SVG gives it.
    static func number(_ name: NumberName, _ number: Int) -> HTMLAttribute {
        HTMLAttribute(name.rawValue, String(number))
    }

    /// A length in percent, with two digits behind its point.
    static func percent(_ name: NumberName, hundredths: Int) -> HTMLAttribute {
        let rest = hundredths % 100
        return HTMLAttribute(name.rawValue, "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%")
    }

    /// The names of numbers.
    enum NumberName: String {
        case width, height, x, start
        case sortKey = "data-key"
        case tabIndex = "tabindex"
    }

    /// Words for who cannot see the element: captured ones too.
    static func label(_ text: String) -> HTMLAttribute { HTMLAttribute("aria-label", text) }

    /// Words in place of an image: captured ones too.
    static func alt(_ text: String) -> HTMLAttribute { HTMLAttribute("alt", text) }

    /// A tip: captured words too.
    static func tip(_ text: String) -> HTMLAttribute { HTMLAttribute("title", text) }

    /// An attribute of the program's own, with or without a value.
    static func own(_ name: StaticString, _ value: StaticString? = nil) -> HTMLAttribute {
        HTMLAttribute("\(name)", value.map { value in "\(value)" })
    }

    /// The policy that keeps a page from loading and running anything but its own style sheet and script.
    static func policy(_ policy: HTMLPolicy) -> HTMLAttribute { HTMLAttribute("content", policy.text) }

    /// Unfolded at first.
    static let open = own("open")
}
