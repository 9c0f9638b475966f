/// The elements that a report is made of; there is none that loads or runs anything but `script`, whose one text is
/// the program's own.
enum HTMLTag: String {
    case html, head, meta, title, style, script, noscript, template, slot, body
    case a, article, b, bdi, button, caption, code, del, details, dd, dialog, div, dl, dt, figcaption, figure
    case footer, h1, h2, h3, header, i, img, input, ins, kbd, li, main, nav, ol, p, pre, section, span
    case summary, svg, rect, table, tbody, td, th, thead, tr, ul

    /// Whether the element has no content and no end tag.
    ///
    /// WHATWG HTML §13.1.2
    var isVoid: Bool { self == .meta || self == .img || self == .input }
}
