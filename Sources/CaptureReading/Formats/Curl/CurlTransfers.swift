/// Tells which transfer a part of what curl wrote belongs to: `--parallel` mixes them.
///
/// Mostly there is one, and the next one begins the next exchange. Where several are open at once, their ids tell them
/// apart (`[0-0]`, of `--trace-ids`). Without ids, a request that follows one without an answer shows that they are mixed:
/// then which response answers which request is not known, and nothing is guessed.
struct CurlTransfers {
    /// A part of a transfer.
    enum Part {
        /// The request line.
        case requestHead

        /// Another header line that was sent.
        case sentField

        /// Content that was sent.
        case sentContent

        /// A status line, of the final response or of one before it.
        case responseHead(isFinal: Bool)

        /// Another header line that came back.
        case receivedField

        /// Content that came back.
        case receivedContent

        /// The end of a transfer or its connection.
        case end
    }

    /// Whose a part is.
    enum Owner: Equatable {
        /// That of a transfer, by its number; a number that was not met before begins one.
        case transfer(Int)

        /// It cannot be told, or does not matter.
        case nobody

        /// That of a transfer behind all of these.
        case next
    }

    private struct Transfer {
        let id: String?
        var hasRequest = false
        var hasResponse = false
        var hasFinalHead = false
        var hasEnded = false
        var isContentLost = false
        var isSentContentLost = false
    }

    private var transfers: [Transfer] = []

    /// The transfer of the last part where that was of the head of a request, behind which its content stands.
    private var lastRequest: Int?

    /// Whether requests and responses are mixed without ids: each is then told by itself.
    private(set) var isMixed = false

    /// Whether content is printed apart from all else, so that its place says nothing.
    var isContentBuffered = false

    /// How many transfers have been met.
    var count: Int { transfers.count }

    /// Whether all of them have ended.
    var haveEnded: Bool { transfers.allSatisfy(\.hasEnded) }

    /// Whether content that may be of a transfer cannot be told from that of others.
    func isContentLost(of number: Int) -> Bool {
        transfers.indices.contains(number) && transfers[number].isContentLost
    }

    /// The same of content that was sent.
    func isSentContentLost(of number: Int) -> Bool {
        transfers.indices.contains(number) && transfers[number].isSentContentLost
    }

    /// Notes a part.
    ///
    /// - Parameters:
    ///   - part: the part.
    ///   - id: the ids of the transfer and its connection, `0-0`; nil where there are none.
    /// - Returns: whose it is.
    mutating func owner(of part: Part, id: String?) -> Owner {
        // A transfer may change its connection.
        let id = id.map { id in String(id.prefix { character in character != "-" }) }
        let owner =
            switch part {
            case .requestHead: request(id)
            case .sentField, .sentContent: sent(part, id)
            case .responseHead(let isFinal): response(id, isFinal: isFinal)
            case .receivedField: latest(id) { transfer in transfer.hasResponse }
            case .receivedContent: id.map { id in known(id) } ?? content()
            case .end: end(id)
            }
        lastRequest = nil
        switch part {
        case .requestHead, .sentField: if case .transfer(let number) = owner { lastRequest = number }
        default: break
        }
        return owner
    }

    /// How many transfers are told apart: curl runs 50 at once unless it is told otherwise.
    ///
    /// Each is an exchange of all their bytes, so that the time would grow with the square of their number.
    private static let mostAtOnce = 100

    /// Begins a transfer, or gives that one behind these where there are too many.
    private mutating func begin(_ id: String?, _ first: (inout Transfer) -> Void = { _ in }) -> Owner {
        guard transfers.count < CurlTransfers.mostAtOnce else { return .next }
        var transfer = Transfer(id: id)
        first(&transfer)
        transfers.append(transfer)
        return .transfer(transfers.count - 1)
    }

    private func index(of id: String) -> Int? { transfers.lastIndex { transfer in transfer.id == id } }

    /// The transfer of an id, which begins one where it is not known.
    private mutating func known(_ id: String) -> Owner { index(of: id).map(Owner.transfer) ?? begin(id) }

    /// The last transfer that meets a condition, of an id where there is one.
    private func latest(_ id: String?, where isMet: (Transfer) -> Bool) -> Owner {
        let found = transfers.lastIndex { transfer in (id == nil || transfer.id == id) && isMet(transfer) }
        return found.map(Owner.transfer) ?? .nobody
    }

    private var open: [Int] {
        transfers.indices.filter { index in transfers[index].hasFinalHead && !transfers[index].hasEnded }
    }
}

// MARK: Parts

extension CurlTransfers {
    private mutating func request(_ id: String?) -> Owner {
        if let last = transfers.last, endsGroup(id, last) { return .next }
        if let id, let before = index(of: id) { transfers[before].hasEnded = true }
        if !transfers.isEmpty, id == nil { isMixed = true }
        return begin(id) { transfer in transfer.hasRequest = true }
    }

    /// Whether a request is one behind all transfers that were met.
    private func endsGroup(_ id: String?, _ last: Transfer) -> Bool {
        if let id {
            return transfers.allSatisfy(\.hasEnded) || transfers.count == 1 && last.id ?? id == id
        }
        if isMixed { return transfers.count(where: \.hasFinalHead) >= transfers.count(where: \.hasRequest) }
        return last.hasFinalHead || last.hasEnded || !last.hasRequest
    }

    private mutating func sent(_ part: Part, _ id: String?) -> Owner {
        if let id {
            let owner = known(id)
            if case .transfer(let number) = owner { transfers[number].hasRequest = true }
            return owner
        }
        if transfers.isEmpty { return begin(nil) { transfer in transfer.hasRequest = true } }
        if case .sentContent = part, isMixed {
            if let lastRequest { return .transfer(lastRequest) }
            // Content that stands apart from its head may be of any request.
            for index in transfers.indices where transfers[index].hasRequest {
                transfers[index].isSentContentLost = true
            }
            return .nobody
        }
        return isMixed ? latest(nil) { transfer in transfer.hasRequest } : .transfer(0)
    }

    private mutating func response(_ id: String?, isFinal: Bool) -> Owner {
        var number: Int?
        if let id {
            number = index(of: id)
            if number == nil, !transfers.isEmpty, transfers.allSatisfy(\.hasEnded) { return .next }
        } else {
            number = isMixed ? transfers.lastIndex(where: \.hasResponse) : transfers.indices.first
        }
        if let found = number, transfers[found].hasFinalHead {
            if transfers.count == 1 { return .next }
            number = nil
        }
        let owner = number.map(Owner.transfer) ?? begin(id)
        guard case .transfer(let number) = owner else { return owner }
        transfers[number].hasResponse = true
        if isFinal { transfers[number].hasFinalHead = true }
        return owner
    }

    /// The transfers that content can be of: whose responses have begun and not ended.
    private var candidates: [Int] {
        let answered = transfers.indices.filter { index in transfers[index].hasFinalHead }
        return isContentBuffered || open.isEmpty ? answered : open
    }

    /// Whether it can be told whose content is that stands here.
    var hasSoleCandidate: Bool { transfers.count <= 1 || candidates.count == 1 }

    /// The one transfer that content can be of.
    private mutating func content() -> Owner {
        if transfers.count <= 1 { return transfers.isEmpty ? begin(nil) : .transfer(0) }
        let candidates = candidates
        if candidates.count == 1 { return .transfer(candidates[0]) }
        for index in candidates { transfers[index].isContentLost = true }
        return .nobody
    }

    private mutating func end(_ id: String?) -> Owner {
        let number = id.map { id in index(of: id) } ?? (transfers.count == 1 ? 0 : open.count == 1 ? open[0] : nil)
        if let number { transfers[number].hasEnded = true }
        return .nobody
    }
}

extension CurlTransfers {
    /// Whether information of curl tells that a transfer has ended, or that its request is sent again.
    static func endsTransfer(_ information: ArraySlice<UInt8>) -> Bool {
        endings.contains { ending in information.starts(with: ending.utf8) }
            || information.prefix(longestInformation).split(separator: UInt8(ascii: " "))
                .contains { word in word.elementsEqual("retrying".utf8) }
    }

    private static let longestInformation = 160

    private static let endings = [
        "Closing connection", "Connection #", "Connection died", "Empty reply", "HTTP/2 stream",
        "Issue another request",
        "OpenSSL SSL_", "Operation timed out", "Recv failure", "SSL_", "Send failure", "closing connection",
        "shutting down connection", "transfer closed",
    ]
}
