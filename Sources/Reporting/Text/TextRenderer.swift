/// Lays blocks out as lines of text.
package struct TextRenderer {
    /// How.
    package let options: TextOptions

    /// The lines so far, each ended by LF.
    package private(set) var text = ""

    /// Whether the last line is empty, or there is none.
    private var isAfterGap = true

    /// The columns that stay free at both sides of a line.
    private static let margin = 3

    /// Where the text of the turns begins that are shown.
    private var turnIndent = 0

    /// The columns that roles have: those of the longest one, within bounds.
    private static let roleColumns = 7...9

    /// The columns that are kept for the count of what is left out of a turn.
    private static let countColumns = 8

    /// Creates a renderer.
    package init(_ options: TextOptions) {
        self.options = options
    }

    /// The column behind the last that is used.
    private var edge: Int { options.width - TextRenderer.margin }

    /// Adds blocks.
    package mutating func render(_ blocks: [Block]) {
        for block in blocks { render(block) }
    }

    /// Adds a block.
    mutating func render(_ block: Block) {
        switch block {
        case .facts(let facts, let gap, let isSecond):
            flow(
                facts, from: line(from: isSecond ? TextRenderer.margin : 0), indent: TextRenderer.margin,
                by: .spaces(gap))
        case .items(let items):
            flow(items, from: line(from: TextRenderer.margin), indent: TextRenderer.margin, by: .dot)
        case .section(let section): render(section)
        case .turns(let turns): render(turns)
        case .rows(let rows): render(rows.flexible.isEmpty ? rows : fitted(rows))
        case .remark(let words): wrap(words, from: line(from: TextRenderer.margin), indent: TextRenderer.margin)
        case .command(let words):
            var line = line()
            line.add(words)
            end(line)
        case .verbatim(let captured): render(verbatim: captured)
        case .gap: if !isAfterGap { end(line()) }
        }
    }

    /// An empty line that begins at a column.
    private func line(from column: Int = 0) -> TextLine {
        var line = TextLine(options)
        line.skip(column)
        return line
    }

    /// Ends a line.
    private mutating func end(_ line: TextLine) {
        text += line.text + "\n"
        isAfterGap = line.text.isEmpty
    }

    /// Captured text with its lines, each set in; nothing of it is broken or cut.
    private mutating func render(verbatim captured: String) {
        for text in captured.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let ending = text.last == UInt8(ascii: "\r") ? 1 : 0
            var line = line(from: TextRenderer.margin)
            line.add(String(Substring(text.dropLast(ending))), .plain)
            end(line)
        }
    }

    // MARK: Sections

    /// The title's line with its lead, then the blocks; items and remarks stand under the lead.
    private mutating func render(_ section: Section) {
        let indent = max(8, section.title.utf8.count + 2)
        var first = line()
        first.add(section.title, .strong)
        first.move(to: indent)
        var blocks = section.blocks[...]
        if section.lead.isEmpty, case .items(let items)? = blocks.first {
            blocks = blocks.dropFirst()
            flow(items, from: first, indent: indent, by: .dot)
        } else {
            let last = flowing(section.lead, from: first, indent: indent, by: .spaces(section.gap))
            end(last, with: section.aside)
        }
        for block in blocks {
            if case .remark(let words) = block {
                wrap(words, from: line(from: indent), indent: indent)
            } else {
                render(block)
            }
        }
    }

    /// Ends a line with a remark at the right edge, or on a line of its own where there is no room.
    private mutating func end(_ line: TextLine, with aside: Inline?) {
        guard let aside else { return end(line) }
        let width = SafeText.width(of: aside.text)
        var line = line
        if line.columns + 2 + width > edge {
            end(line)
            line = self.line(from: TextRenderer.margin)
        } else {
            line.move(to: edge - width)
        }
        line.add(aside)
        end(line)
    }

    // MARK: Rows

    /// Rows with their columns aligned.
    private mutating func render(_ rows: Rows) {
        let starts = columnStarts(rows)
        for (number, cells) in rows.cells.enumerated() {
            var line = line(from: rows.indent)
            for (cell, (start, next)) in zip(cells.dropLast(), zip(starts, starts.dropFirst())) {
                let cell = number == 0 && rows.hasHeading ? Inline(cell.text, .faint) : cell
                line = wrapped(cell, from: line, indent: start)
                if line.columns >= next {
                    // A cell that is wider than its column has its row to itself that far.
                    end(line)
                    line = self.line()
                }
                line.move(to: next)
            }
            wrap(cells.last ?? "", from: line, indent: starts[max(0, cells.count - 1)])
        }
    }

    /// Rows whose flexible columns are shortened as far as it takes to fit a line, the widest first.
    private func fitted(_ rows: Rows) -> Rows {
        var widths = (0..<(rows.cells.map(\.count).max() ?? 0)).map { column in
            rows.cells.lazy.map { cells in column < cells.count ? width(of: cells[column]) : 0 }.max() ?? 0
        }
        let gaps = (0..<max(0, widths.count - 1)).map { column in rows.gap(behind: column) }
        while widths.reduce(rows.indent, +) + gaps.reduce(0, +) > edge,
            let widest = rows.flexible.max(by: { left, right in widths[left] < widths[right] }),
            widths[widest] > TextRenderer.narrowest
        {
            widths[widest] -= 1
        }
        var rows = rows
        for row in rows.cells.indices {
            for column in rows.flexible where width(of: rows.cells[row][column]) > widths[column] {
                rows.cells[row][column] = Preview(of: rows.cells[row][column].text, columns: widths[column]).inline()
            }
        }
        return rows
    }

    /// The least columns that a shortened cell keeps.
    private static let narrowest = 6

    /// Where each column begins: behind the widest cell of the one before, which may take up to a third of the line
    /// unless the rows have been fitted.
    private func columnStarts(_ rows: Rows) -> [Int] {
        let count = rows.cells.map(\.count).max() ?? 0
        var starts = [rows.indent]
        for column in 0..<max(0, count - 1) {
            let widths = rows.cells.lazy.map { cells in column < cells.count - 1 ? width(of: cells[column]) : 0 }
            let widest = min(widths.max() ?? 0, rows.flexible.isEmpty ? options.width / 3 : options.width)
            starts.append((starts.last ?? 0) + widest + rows.gap(behind: column))
        }
        return starts
    }

    /// The columns that a text takes once it is escaped.
    private func width(of inline: Inline) -> Int {
        var line = line()
        line.add(inline)
        return line.columns
    }

    // MARK: Turns

    /// Turns, their texts one below the other behind the longest role.
    private mutating func render(_ turns: [Turn]) {
        let longest = turns.map(\.role.utf8.count).max() ?? 0
        let bounds = TextRenderer.roleColumns
        turnIndent = TextRenderer.roleIndent + min(max(longest, bounds.lowerBound), bounds.upperBound) + 1
        for turn in turns { render(turn) }
    }

    /// Where the role of a turn begins.
    private static let roleIndent = 5

    /// A turn: marker and role, then each piece on a line of its own, then why it ended.
    private mutating func render(_ turn: Turn) {
        var line = line(from: max(0, 4 - turn.marker.utf8.count))
        line.add(turn.marker, .plain)
        line.move(to: TextRenderer.roleIndent)
        line.add(Preview(of: turn.role, columns: 20).inline(.strong))
        line.move(to: turnIndent)
        for (index, piece) in turn.pieces.enumerated() {
            if index > 0 {
                end(line)
                line = self.line(from: turnIndent)
            }
            add(piece, to: &line)
        }
        guard let reason = turn.end else { return end(line) }
        let column = min(edge - TextRenderer.countColumns - 1, edge - width(of: reason))
        if line.columns + 2 > column {
            end(line)
            line = self.line()
        }
        line.move(to: column)
        line.add(reason)
        end(line)
    }

    /// Adds a piece of a turn to its line, shortened to the room there is.
    private mutating func add(_ piece: Turn.Piece, to line: inout TextLine) {
        switch piece {
        case .remark(let words): line = wrapped(words, from: line, indent: turnIndent)
        case .words(let words):
            let preview = Preview(of: words, columns: edge - TextRenderer.countColumns - turnIndent)
            line.add(preview.inline())
            if preview.hidden > 0 {
                line.skip(1)
                line.add("[+\(preview.hidden)]", .faint)
            }
        }
    }

    // MARK: Filling lines

    /// What stands between two pieces of a line.
    private enum Separator {
        case spaces(Int)
        case dot
    }

    /// Adds pieces one behind the other and ends the last line.
    private mutating func flow(_ pieces: [Inline], from line: TextLine, indent: Int, by separator: Separator) {
        end(flowing(pieces, from: line, indent: indent, by: separator))
    }

    /// Adds pieces one behind the other; a piece for which there is no room begins a new line.
    private mutating func flowing(
        _ pieces: [Inline], from line: TextLine, indent: Int, by separator: Separator
    ) -> TextLine {
        var line = line
        for (index, piece) in pieces.enumerated() {
            let gap = if case .spaces(let count) = separator { count } else { 3 }
            if index > 0, line.columns + gap + width(of: piece) > edge {
                end(line)
                line = self.line(from: indent)
            } else if index > 0, case .dot = separator {
                line.add(Inline(sign: " · ", .faint))
            } else if index > 0 {
                line.skip(gap)
            }
            line = wrapped(piece, from: line, indent: indent)
        }
        return line
    }

    /// Adds words, broken between them at the right edge, and ends the last line.
    private mutating func wrap(_ words: Inline, from line: TextLine, indent: Int) {
        end(wrapped(words, from: line, indent: indent))
    }

    /// Adds words, broken between them at the right edge; a word that is wider than a line is broken anywhere.
    private mutating func wrapped(_ words: Inline, from line: TextLine, indent: Int) -> TextLine {
        var line = line
        for run in words.runs {
            for (index, word) in run.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
                if index > 0 { line.skip(1) }
                if line.columns > indent, line.cursor + width(of: Inline(String(word))) > edge {
                    end(line)
                    line = self.line(from: indent)
                }
                if run.isSign {
                    line.add(Inline(sign: String(word), run.style))
                } else {
                    add(String(word), run.style, to: &line, indent: indent)
                }
            }
        }
        return line
    }

    /// Adds a word, broken at the right edge where it is wider than a whole line.
    private mutating func add(_ word: String, _ style: Inline.Style, to line: inout TextLine, indent: Int) {
        for stretch in SafeText.stretches(of: word) {
            var rest = stretch.text[...]
            while !rest.isEmpty {
                if line.columns > indent, line.cursor >= edge {
                    end(line)
                    line = self.line(from: indent)
                }
                let least = line.columns > indent ? 1 : 8
                let piece = SafeText.prefix(of: rest, columns: max(least, edge - max(line.cursor, indent)))
                if piece.isEmpty, line.columns > indent {
                    // A character of two columns does not fit into the last one.
                    end(line)
                    line = self.line(from: indent)
                    continue
                }
                guard !piece.isEmpty else { break }
                line.add(SafeText.Stretch(text: String(piece), isSpelled: stretch.isSpelled), style)
                rest = rest[piece.endIndex...]
            }
        }
    }
}
