internal import ByteCoding

/// The exchanges whose lines are mixed in the output of `curl -v`: mostly one.
struct CurlVerboseGroup {
    /// Where the parts of each stand.
    private(set) var layouts = [CurlVerboseLayout()]

    private var transfers: CurlTransfers

    /// Whose content has a length that is told and is not changed by a coding, by number.
    private var lengths: [Int: Int] = [:]

    /// Whether no message has been met.
    var isEmpty: Bool { layouts[0].isEmpty }

    /// Where the command begins that was typed, or nil when it is not there.
    var command: Int? { layouts[0].command }

    /// The prompt before it.
    var prompt: CommandPrompt { layouts[0].prompt }

    /// The line that tells why curl gave up.
    var failure: Range<Int>? { layouts.last?.failure }

    /// Whether a raw message begins behind all of these.
    private(set) var isBeforeMessage = false

    /// Whether requests and responses cannot be told to belong to each other.
    var isMixed: Bool { transfers.isMixed }

    /// Whether the content of a response cannot be told from that of others.
    func isContentLost(of number: Int) -> Bool { transfers.isContentLost(of: number) }

    /// Begins behind another group, of whose transfers some may go on: not behind a command, which is typed when all have
    /// ended.
    init(behind before: CurlVerboseGroup? = nil) {
        if let before { layouts = [CurlVerboseLayout(behind: before.prompt)] }
        transfers = before.map { group in CurlTransfers(behind: group.transfers) } ?? CurlTransfers()
    }

    /// Whether it ended where a command was typed.
    private(set) var isBeforeCommand = false

    /// Notes a line with these bytes, or gives false where it begins an exchange behind all of these.
    mutating func accept(_ line: TextLine, in bytes: ArraySlice<UInt8>) -> Bool {
        let text = bytes.prefix(line.content.count)
        let id = CurlVerboseLine.transfer(of: text)
        switch CurlVerboseLine(text) {
        case .sent(let range):
            let isHead = if case .request? = HTTPStartLine(text.dropFirst(range.lowerBound)) { true } else { false }
            return add(line, bytes, to: transfers.owner(of: isHead ? .requestHead : .sentField, id: id))
        case .received(let range):
            guard case .response(_, let status, _)? = HTTPStartLine(text.dropFirst(range.lowerBound)) else {
                let owner = transfers.owner(of: .receivedField, id: id)
                noteLength(text.dropFirst(range.lowerBound), of: owner)
                return add(line, bytes, to: owner)
            }
            let isFinal = status >= 200 || status == 101
            return add(line, bytes, to: transfers.owner(of: .responseHead(isFinal: isFinal), id: id))
        case .info(let range):
            transfers.noteInformation()
            noteEnd(text.dropFirst(range.lowerBound), id)
            return transfers.count > 1 || layouts[0].accept(line, in: bytes)
        case .data:
            transfers.isContentBuffered = true
            return transfers.count > 1 || layouts[0].accept(line, in: bytes)
        case .progress: return true
        case .failure:
            _ = transfers.owner(of: .end(isCounted: false), id: nil)
            return layouts[layouts.count - 1].accept(line, in: bytes)
        case .other: return acceptOther(line, bytes, text)
        }
    }

    /// Notes content, or what was typed.
    private mutating func acceptOther(_ line: TextLine, _ bytes: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        if beginsMessage(text) {
            isBeforeMessage = true
            return false
        }
        defer {
            // Behind content without a line end, information stands on the same line.
            if let glued = CurlVerboseLayout.information(behind: text) { noteEnd(text.dropFirst(glued + 2), nil) }
        }
        guard transfers.count > 1 || transfers.isMixed else {
            if transfers.isBeforeHead, !text.allSatisfy(\.isWhiteSpace), !layouts[0].beginsCommand(text) {
                _ = transfers.owner(of: .receivedContent, id: nil)
                return true
            }
            transfers.receive(bytes.count, of: 0)
            isBeforeCommand = !layouts[0].accept(line, in: bytes)
            return !isBeforeCommand
        }
        isBeforeCommand = layouts[0].beginsCommand(text)
        if isBeforeCommand { return false }
        // Of blank lines nothing is lost.
        if !transfers.hasSoleCandidate, text.allSatisfy(\.isWhiteSpace) { return true }
        guard case .transfer(let number) = transfers.owner(of: .receivedContent, id: nil) else { return true }
        transfers.receive(bytes.count, of: number)
        return add(line, bytes, to: .transfer(number))
    }

    /// Notes the end of a transfer, where information tells of one.
    private mutating func noteEnd(_ information: ArraySlice<UInt8>, _ id: String?) {
        guard let end = CurlTransfers.end(information) else { return }
        _ = transfers.owner(of: end, id: id)
    }

    /// Notes how long content is, where a header line tells; the length of coded content is that of nothing printed.
    private mutating func noteLength(_ field: ArraySlice<UInt8>, of owner: CurlTransfers.Owner) {
        guard case .transfer(let number) = owner else { return }
        if let value = field.dropping(prefix: "content-length:")?.trimmed {
            guard lengths[number] != Int.max else { return }
            lengths[number] = Int(String(decoding: value, as: UTF8.self))
        } else if field.dropping(prefix: "content-encoding:") != nil {
            lengths[number] = Int.max
        } else if field.allSatisfy(\.isBlank), let length = lengths[number] {
            transfers.expect(length, of: number)
        }
    }

    private func beginsMessage(_ text: ArraySlice<UInt8>) -> Bool {
        guard transfers.count > 0, let line = HTTPStartLine(text) else { return false }
        guard layouts.count == 1 || transfers.haveEnded else { return false }
        return layouts[layouts.count - 1].allows(line, behindEnd: transfers.haveEnded)
    }

    private mutating func add(_ line: TextLine, _ bytes: ArraySlice<UInt8>, to owner: CurlTransfers.Owner) -> Bool {
        switch owner {
        case .next: return false
        case .nobody: return transfers.count > 1 || layouts[0].accept(line, in: bytes)
        case .transfer(let number):
            while layouts.count <= number { layouts.append(CurlVerboseLayout(behind: layouts[0])) }
            return layouts[number].accept(line, in: bytes)
        }
    }
}
