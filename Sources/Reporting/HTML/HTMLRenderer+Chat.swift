internal import ByteCoding
internal import Findings

/// A conversation as a chat.
extension HTMLRenderer {
    /// The most turns that are in sight; of more, the first and the last are.
    private static let mostTurns = 24
    private static let firstTurns = 4

    /// Adds the turns.
    mutating func add(_ bubbles: [Bubble]) {
        html.begin(.ol, [.class(.chat)])
        let hidden = isVerbose ? 0 : max(0, bubbles.count - HTMLRenderer.mostTurns)
        if hidden > 0 {
            for bubble in bubbles.prefix(HTMLRenderer.firstTurns) { add(bubble) }
            html.begin(.li, [.class(.more)])
            html.begin(.details)
            html.element(.summary, text: "\(Wording.count(hidden, "turn")) more")
            html.begin(.ol, [.class(.chat)])
            for bubble in bubbles.dropFirst(HTMLRenderer.firstTurns).prefix(hidden) { add(bubble) }
            html.end(.ol)
            html.end(.details)
            html.end(.li)
        }
        for bubble in bubbles.dropFirst(hidden > 0 ? HTMLRenderer.firstTurns + hidden : 0) { add(bubble) }
        html.end(.ol)
    }

    private mutating func add(_ bubble: Bubble) {
        html.begin(.li, [.class(.bubble, HTMLRenderer.look(of: bubble.side)), .id(bubble.anchor)])
        html.element(.div, .class(.bubbleHead)) { html in
            html.element(.b, text: bubble.role)
            if bubble.side == .answer { html.element(.span, .class(.good), text: "answer") }
            let count = HTMLRenderer.characterCount(of: bubble)
            if count > 0 { html.element(.span, .class(.faint), text: "\(count.grouped) characters") }
            if let line = bubble.line { html.element(.span, .class(.faint), text: "line \(line)") }
            if let end = bubble.end { html.element(.span, inline: end) }
        }
        mark(bubble.anchor, "this turn")
        for piece in bubble.pieces { add(piece) }
        html.end(.li)
    }

    private static func look(of side: Bubble.Side) -> HTMLClass {
        switch side {
        case .system: .system
        case .user: .user
        case .model: .model
        case .answer: .answer
        }
    }

    private static func characterCount(of bubble: Bubble) -> Int {
        bubble.pieces.reduce(0) { sum, piece in
            if case .text(let text) = piece { sum + text.count } else { sum }
        }
    }

    private mutating func add(_ piece: Bubble.Piece) {
        switch piece {
        case .text(let text): add(words: text)
        case .named(let name, let text):
            html.element(.p, .class(.faint), inline: name)
            add(words: text)
        case .value(let title, let text):
            html.element(.p, .class(.call), inline: title)
            addFolded(text) { html, text in
                html.element(.pre) { html in
                    html.element(.code, .own("dir", "auto")) { html in html.text(text, allowingLines: true) }
                }
            }
        case .picture(let picture): add(picture)
        case .note(let words): html.element(.p, inline: words)
        }
    }

    private mutating func add(words text: CutText) {
        addFolded(text) { html, text in
            html.element(.div, .class(.verbatim), .own("dir", "auto")) { html in html.text(text, allowingLines: true) }
        }
    }

    /// The most characters and lines of a text that are in sight before it is unfolded.
    private static let mostCharacters = 600
    private static let mostLines = 12

    /// Adds a text; of a long one its beginning is in sight.
    private mutating func addFolded(_ text: CutText, _ content: (inout HTMLWriter, String) -> Void) {
        let isLong =
            text.count > HTMLRenderer.mostCharacters
            || LineScan.lineFeedCount(in: text.text.utf8.span) > HTMLRenderer.mostLines
        if isLong {
            html.begin(.details, isVerbose ? [.class(.more), .open] : [.class(.more)])
            html.element(.summary, text: "all \(text.count.grouped) characters")
        }
        content(&html, text.text)
        addRest(text.hidden - text.ending.unicodeScalars.count, "unspool inspect --format json")
        if text.hidden > 0 { content(&html, text.ending) }
        if isLong { html.end(.details) }
    }

    // MARK: Images

    /// Adds an image, or the box that says why there is none.
    mutating func add(_ picture: Picture) {
        html.begin(.figure, [.class(.picture), .id(picture.anchor)])
        switch picture.content {
        case .embedded(let format, let bytes):
            html.begin(
                .img,
                [.image(format, bytes), .alt(picture.description), .own("loading", "lazy"), .own("decoding", "async")]
                    + (picture.size.map { size in
                        [.number(.width, size.width), .number(.height, size.height)]
                    } ?? []))
        case .elided: box("not in the capture")
        case .omitted(let reason): box(reason)
        case .shown(let anchor):
            html.element(.div, .class(.box)) { html in
                html.element(.a, .link(anchor), text: "the same image as above")
            }
        }
        html.element(.figcaption) { html in
            html.element(.b, text: picture.type)
            html.text(" ")
            html.add(picture.facts)
        }
        html.end(.figure)
    }

    private mutating func box(_ words: String) {
        html.element(.div, .class(.box), text: words)
    }
}
