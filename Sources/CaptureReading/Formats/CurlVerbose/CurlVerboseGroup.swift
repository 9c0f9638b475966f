internal import ByteCoding

/// The exchanges whose lines are mixed in the output of `curl -v`: mostly one.
struct CurlVerboseGroup {
    /// Where the parts of each stand.
    private(set) var layouts = [CurlVerboseLayout()]

    private var transfers = CurlTransfers()

    /// Whether no message has been met.
    var isEmpty: Bool { layouts[0].isEmpty }

    /// Whether a raw message begins behind all of these.
    private(set) var isBeforeMessage = false

    /// Whether requests and responses cannot be told to belong to each other.
    var isMixed: Bool { transfers.isMixed }

    /// Whether the content of a response cannot be told from that of others.
    func isContentLost(of number: Int) -> Bool { transfers.isContentLost(of: number) }

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
                return add(line, bytes, to: transfers.owner(of: .receivedField, id: id))
            }
            let isFinal = status >= 200 || status == 101
            return add(line, bytes, to: transfers.owner(of: .responseHead(isFinal: isFinal), id: id))
        case .info(let range):
            if CurlTransfers.endsTransfer(text.dropFirst(range.lowerBound)) { _ = transfers.owner(of: .end, id: id) }
            return transfers.count > 1 || layouts[0].accept(line, in: bytes)
        case .data:
            transfers.isContentBuffered = true
            return transfers.count > 1 || layouts[0].accept(line, in: bytes)
        case .progress: return true
        case .failure: return layouts[layouts.count - 1].accept(line, in: bytes)
        case .other:
            if beginsMessage(text) {
                isBeforeMessage = true
                return false
            }
            guard transfers.count > 1 else { return layouts[0].accept(line, in: bytes) }
            if layouts[0].beginsCommand(text) { return false }
            // Of blank lines nothing is lost.
            if !transfers.hasSoleCandidate, text.allSatisfy(\.isWhiteSpace) { return true }
            return add(line, bytes, to: transfers.owner(of: .receivedContent, id: nil))
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
