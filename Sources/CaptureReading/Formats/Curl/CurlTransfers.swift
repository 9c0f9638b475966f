/// Tells which transfer a part of what curl wrote belongs to: `--parallel` mixes them.
///
/// Mostly there is one, and the next one begins the next exchange. Where several are open at once, their ids tell them
/// apart (`[0-0]`, of `--trace-ids`). Without ids, a request that follows one without an answer shows that they are mixed,
/// and so does one that follows an answer whose end curl has not told while it tells what it does: then which response
/// answers which request is not known, and nothing is guessed.
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

        /// The end of a transfer or its connection; counted where curl says so once for each transfer.
        case end(isCounted: Bool)
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

        /// How much content is still to come; nil where nothing tells.
        var remaining: Int?
    }

    private var transfers: [Transfer] = []

    /// The transfers of earlier groups that have not ended: how many without ids, and the ids of the others.
    private var unnamedBefore = 0
    private var namesBefore: Set<String> = []

    /// How many transfers without ids have ended of which it is not known which.
    private var endCount = 0

    /// Whether lines of information stand in the capture, so that the end of each transfer is told.
    private var hasInformation = false

    /// The transfer of the last part where that was of the head of a request, behind which its content stands.
    private var lastRequest: Int?

    /// Whether requests and responses are mixed without ids: each is then told by itself.
    private(set) var isMixed = false

    /// Whether content is printed apart from all else, so that its place says nothing.
    var isContentBuffered = false

    /// How many transfers have been met.
    var count: Int { transfers.count }

    /// Begins with nothing.
    init() {}

    /// Begins behind other transfers, of which some may go on.
    init(behind before: CurlTransfers) {
        unnamedBefore = before.unnamedOpen
        namesBefore = before.namesBefore
        for transfer in before.transfers where !transfer.hasEnded {
            if let id = transfer.id { namesBefore.insert(id) }
        }
        isMixed = before.isMixed && unnamedBefore > 0
        hasInformation = before.hasInformation
    }

    /// How many transfers of earlier groups go on.
    private var openBefore: Int { unnamedBefore + namesBefore.count }

    /// How many transfers without ids go on.
    private var unnamedOpen: Int {
        guard isMixed else { return transfers.count { transfer in transfer.id == nil && !transfer.hasEnded } }
        return max(0, unnamedBefore + transfers.count(where: \.hasRequest) - endCount)
    }

    /// Whether all of them have ended.
    var haveEnded: Bool { isMixed ? unnamedOpen == 0 : transfers.allSatisfy(\.hasEnded) }

    /// Whether content that stands here is of a transfer before the one that is met, whose response has not begun.
    var isBeforeHead: Bool { openBefore > 0 && !transfers.isEmpty && !transfers.contains(where: \.hasFinalHead) }

    /// Notes that curl tells what it does.
    mutating func noteInformation() { hasInformation = true }

    /// Notes how much content the response of a transfer announces.
    mutating func expect(_ count: Int, of number: Int) {
        guard transfers.indices.contains(number) else { return }
        transfers[number].remaining = count
        if count <= 0 { transfers[number].hasEnded = true }
    }

    /// Notes that content of a transfer has come in: with the last of it the transfer has ended.
    mutating func receive(_ count: Int, of number: Int) {
        guard transfers.indices.contains(number), let remaining = transfers[number].remaining else { return }
        transfers[number].remaining = max(0, remaining - count)
        if count >= remaining { transfers[number].hasEnded = true }
    }

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
            case .end(let isCounted): end(id, isCounted: isCounted)
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
    ///
    /// Of those that go on, the rest is then content of nobody.
    private mutating func begin(_ id: String?, _ first: (inout Transfer) -> Void = { _ in }) -> Owner {
        guard transfers.count < CurlTransfers.mostAtOnce else {
            for index in transfers.indices where !transfers[index].hasEnded { transfers[index].isContentLost = true }
            return .next
        }
        var transfer = Transfer(id: id)
        first(&transfer)
        transfers.append(transfer)
        return .transfer(transfers.count - 1)
    }

    private func index(of id: String) -> Int? { transfers.lastIndex { transfer in transfer.id == id } }

    /// The transfer of an id, which begins one where it is not known.
    private mutating func known(_ id: String) -> Owner {
        if let index = index(of: id) { return .transfer(index) }
        return namesBefore.contains(id) ? .nobody : begin(id)
    }

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
        if isMixed { return unnamedOpen == 0 }
        return last.hasEnded || !last.hasRequest || last.hasFinalHead && !hasInformation
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
            if number == nil, namesBefore.contains(id) { return .nobody }
            if number == nil, !transfers.isEmpty, transfers.allSatisfy(\.hasEnded) { return .next }
        } else {
            number = isMixed ? transfers.lastIndex(where: \.hasResponse) : transfers.indices.first
        }
        if let found = number, transfers[found].hasFinalHead {
            if transfers.count == 1 { return .next }
            number = id == nil ? soleUnanswered : nil
        }
        let owner = number.map(Owner.transfer) ?? begin(id)
        guard case .transfer(let number) = owner else { return owner }
        transfers[number].hasResponse = true
        if isFinal { transfers[number].hasFinalHead = true }
        return owner
    }

    /// The one request without an answer, where every response that was met has its request.
    private var soleUnanswered: Int? {
        guard openBefore == 0, transfers.allSatisfy(\.hasRequest) else { return nil }
        let unanswered = transfers.indices.filter { index in !transfers[index].hasResponse }
        return unanswered.count == 1 ? unanswered[0] : nil
    }

    /// The transfers that content can be of: whose responses have begun and not ended.
    private var candidates: [Int] {
        let answered = transfers.indices.filter { index in transfers[index].hasFinalHead }
        return isContentBuffered || open.isEmpty ? answered : open
    }

    /// Whether it can be told whose content is that stands here.
    var hasSoleCandidate: Bool {
        guard isMixed || transfers.count > 1 else { return true }
        return candidates.count == 1 && openBefore == 0
    }

    /// The one transfer that content can be of; what comes before the head of any response is of nobody here.
    private mutating func content() -> Owner {
        if transfers.isEmpty { return openBefore == 0 ? begin(nil) : .nobody }
        if transfers.count == 1, !isMixed, transfers[0].hasFinalHead || !transfers[0].hasRequest {
            return .transfer(0)
        }
        let candidates = candidates
        if candidates.count == 1, openBefore == 0 { return .transfer(candidates[0]) }
        let losing = candidates.isEmpty ? transfers.indices.filter { index in !transfers[index].hasEnded } : candidates
        for index in losing { transfers[index].isContentLost = true }
        return .nobody
    }

    private mutating func end(_ id: String?, isCounted: Bool) -> Owner {
        if isMixed, isCounted { endCount += 1 }
        if let id { namesBefore.remove(id) }
        let open = open
        let sole: Int? =
            if transfers.count == 1, !isMixed || openBefore == 0 { 0 } else {
                open.count == 1 && openBefore == 0 ? open[0] : nil
            }
        if let number = id.map({ id in index(of: id) }) ?? sole { transfers[number].hasEnded = true }
        return .nobody
    }
}
