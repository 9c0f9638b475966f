/// The name of a place in a page, for links to it.
///
/// It is made of numbers and the program's own words alone: nothing captured can be part of one.
package struct Anchor: Hashable, Sendable {
    /// The name: `x1-t5`.
    package let name: String

    private init(_ name: String) {
        self.name = name
    }

    /// A capture, counted from 1: `c1`.
    static func capture(_ number: Int) -> Anchor { Anchor("c\(number)") }

    /// An exchange of a capture: `x7`, or `c2-x7` of a capture behind the first.
    static func exchange(_ number: Int, ofCapture capture: Int) -> Anchor {
        Anchor(capture == 1 ? "x\(number)" : "c\(capture)-x\(number)")
    }

    /// A finding: the how manieth of its rule in the page.
    static func finding(ofRule rule: RuleID, number: Int) -> Anchor { Anchor("f-\(rule.text)-\(number)") }

    /// What is said of a rule.
    static func rule(_ rule: RuleID) -> Anchor { Anchor("r-\(rule.text)") }

    /// A pair of a comparison, counted from 1: `d2`.
    static func pair(_ number: Int) -> Anchor { Anchor("d\(number)") }

    /// A part of the page itself.
    static func page(_ part: PagePart) -> Anchor { Anchor(part.rawValue) }

    /// The parts of a page that are not an exchange's.
    enum PagePart: String {
        case main
        case rules
        case about
        case keys
        case filter
        case pairs
    }

    /// A turn of the exchange, from 1; 0 is the system instruction.
    func turn(_ number: Int) -> Anchor { Anchor("\(name)-t\(number)") }

    /// A header line of the exchange, from 1.
    func header(_ number: Int, isResponse: Bool) -> Anchor { Anchor("\(name)-\(isResponse ? "rs" : "rq")-h\(number)") }

    /// An event of the exchange's stream, from 1.
    func event(_ number: Int) -> Anchor { Anchor("\(name)-e\(number)") }

    /// An image, by its number in the capture.
    func image(_ number: Int) -> Anchor { Anchor("\(name)-i\(number)") }

    /// A section of the exchange or the capture.
    func section(_ kind: ArticleSection.Kind) -> Anchor { Anchor("\(name)-\(kind.rawValue)") }

    /// The differences of one area in the pair: `d2-config`.
    func area(_ kind: PairSection.Kind) -> Anchor { Anchor("\(name)-\(kind.rawValue)") }

    /// A difference of the pair, from 1: `d2-c1`.
    func change(_ number: Int) -> Anchor { Anchor("\(name)-c\(number)") }

    /// One side of the pair, which holds its images.
    func side(_ side: ComparisonSide) -> Anchor { Anchor("\(name)-\(side.rawValue)") }

    /// A rule's id, reduced to what may stand in a name.
    struct RuleID: Hashable {
        let text: String

        /// Keeps the letters and digits of an id.
        init(_ id: String) {
            text = String(decoding: id.utf8.filter(RuleID.isNameByte), as: UTF8.self)
        }

        private static func isNameByte(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"): true
            default: false
            }
        }
    }
}
