internal import ByteCoding

/// The exchanges whose blocks are mixed in a trace: mostly one.
struct CurlTraceGroup {
    /// The blocks of each, in order.
    private(set) var blocks: [[CurlTraceBlock]] = [[]]

    private var transfers: CurlTransfers

    /// Whose the last block is; nil where nobody's lines are read.
    private var last: Int?

    /// Whether no block with bytes of a message has been met.
    var isEmpty: Bool { transfers.count == 0 }

    /// Whether requests and responses cannot be told to belong to each other.
    var isMixed: Bool { transfers.isMixed }

    /// Whether the content of a response cannot be told from that of others.
    func isContentLost(of number: Int) -> Bool { transfers.isContentLost(of: number) }

    /// The same of content that was sent.
    func isSentContentLost(of number: Int) -> Bool { transfers.isSentContentLost(of: number) }

    /// Begins behind another group, of whose transfers some may go on.
    init(behind before: CurlTraceGroup? = nil) {
        transfers = before.map { group in CurlTransfers(behind: group.transfers) } ?? CurlTransfers()
    }

    /// Notes a block.
    ///
    /// - Parameters:
    ///   - block: the block, without its lines.
    ///   - text: its heading.
    ///   - beginning: the bytes that it begins with.
    /// - Returns: false where it begins an exchange behind all of these.
    mutating func accept(_ block: CurlTraceBlock, _ text: ArraySlice<UInt8>, beginning: [UInt8]) -> Bool {
        let id = block.heading.transfer
        last = nil
        switch block.heading.kind {
        case .info:
            transfers.noteInformation()
            let colon = text.firstRange(of: Array("== Info: ".utf8))
            if let colon, let end = CurlTransfers.end(text[colon.upperBound...]) {
                _ = transfers.owner(of: end, id: id)
            }
            return true
        case .encrypted: return true
        case .sentHeader:
            let isHead = HTTPStartLine.isRequestBeginning(beginning[...])
            return add(block, to: transfers.owner(of: isHead ? .requestHead : .sentField, id: id))
        case .sentData: return add(block, to: transfers.owner(of: .sentContent, id: id))
        case .receivedHeader:
            guard beginning.starts(with: "HTTP/".utf8) else {
                let owner = transfers.owner(of: .receivedField, id: id)
                // Without its head a response may begin anywhere.
                return add(block, to: owner == .nobody ? transfers.owner(of: .receivedContent, id: id) : owner)
            }
            let isFinal = !CurlTraceGroup.isInterim(beginning)
            return add(block, to: transfers.owner(of: .responseHead(isFinal: isFinal), id: id))
        case .receivedData: return add(block, to: transfers.owner(of: .receivedContent, id: id))
        }
    }

    /// Adds lines to the last block.
    mutating func extend(to end: Int) {
        guard let last, let block = blocks[last].indices.last else { return }
        blocks[last][block].lines = blocks[last][block].lines.lowerBound..<end
    }

    private mutating func add(_ block: CurlTraceBlock, to owner: CurlTransfers.Owner) -> Bool {
        switch owner {
        case .next: return false
        case .nobody: return true
        case .transfer(let number):
            while blocks.count <= number { blocks.append([]) }
            blocks[number].append(block)
            last = number
            return true
        }
    }

    /// Whether a status line is that of a response before the final one.
    ///
    /// RFC 9110 §15.2
    private static func isInterim(_ statusLine: [UInt8]) -> Bool {
        let code = statusLine.drop { byte in byte != UInt8(ascii: " ") }.dropFirst()
        return code.first == UInt8(ascii: "1") && !code.starts(with: "101".utf8)
    }
}
