internal import ByteCoding
internal import CaptureReading
internal import JSONReading

extension SecretWalk {
    /// Walks through JSON documents one after the other, with commas between them perhaps, and what cannot be read as
    /// such.
    mutating func walkJSON(_ text: ArraySlice<UInt8>, _ map: TextMap, depth: Int) {
        var documents = DocumentRun()
        let position = SecretWalk.visitDocuments(of: text) { root, start in
            let map = map.part(at: start - text.startIndex)
            walkValue(root, place: JSONPlace(), map, depth: depth)
            documents.add(root, map)
        }
        finish(&documents)
        if position < text.endIndex {
            walkProse(text[position...], map.part(at: position - text.startIndex), depth: depth)
        }
    }

    /// Hands on the documents that a text begins with, one after the other, each with the index at which it begins.
    ///
    /// - Returns: the index behind them: of what cannot be read, or stands behind a document that was cut.
    static func visitDocuments(of text: ArraySlice<UInt8>, _ visit: (JSONValue, Int) -> Void) -> Int {
        var position = text.startIndex
        while position < text.endIndex {
            let byte = text[position]
            if byte.isWhiteSpace || ",]}".utf8.contains(byte) {
                position += 1
                continue
            }
            let document = JSONDocument(parsing: text[position...])
            guard let root = document.root, document.endOffset > 0 else { break }
            visit(root, position)
            position += document.endOffset
            // A fault inside a value: what stands behind it is no JSON.
            if root.isUnfinished { break }
        }
        return position
    }

    /// Walks through a value and all that it holds.
    mutating func walkValue(_ value: JSONValue, place: JSONPlace, _ map: TextMap, depth: Int) {
        guard level < SecretWalk.mostLevels else { return walkStrings(in: value, map, depth: depth) }
        level += 1
        defer { level -= 1 }
        switch value.kind {
        case .object: walkObject(value, place: place, map, depth: depth)
        case .array: walkArray(value, place: place, map, depth: depth)
        case .string: walkString(value, place: place, map, depth: depth)
        case .number:
            guard let secret = place.meaning.secret, !secret.demandsLook, let lexeme = value.numberLexeme,
                lexeme.utf8.count > 1
            else { return }
            let span = SecretSpan(
                kind: secret.kind, value: lexeme, range: value.byteRange, name: place.meaning.name,
                hasOrdinaryName: true)
            hide([span], map, .placed, isBare: true)
        case .true, .false, .null: return
        }
    }

    /// Walks through the strings in a value that lies too deep for a call at each of its levels, each under its own name.
    private mutating func walkStrings(in value: JSONValue, _ map: TextMap, depth: Int) {
        JSONStringWalk(over: value, shortest: 1).visit { stop in
            let isValue = stop.name?.string == "value"
            let named = isValue ? stop.parent.flatMap { parent in namedValue(in: parent, JSONPlace()) } : nil
            let place = named ?? stop.name.map { name in JSONPlace().member(name, context.options) }
            walkString(stop.value, place: place ?? JSONPlace(), map, depth: depth)
        }
    }

    private mutating func walkObject(_ object: JSONValue, place: JSONPlace, _ map: TextMap, depth: Int) {
        let named = namedValue(in: object, place)
        for member in object.members {
            walkName(member.key, map, depth: depth)
            if let named, member.key.string == "value" {
                walkValue(member.value, place: named, map, depth: depth)
            } else if named != nil, place.names != .members {
                // What is told beside the value has names of its own.
                walkValue(member.value, place: JSONPlace(isRequest: place.isRequest), map, depth: depth)
            } else {
                walkValue(member.value, place: place.member(member.key, context.options), map, depth: depth)
            }
        }
    }

    /// What the `name` of an object says of its `value`, as lists of headers, cookies and parameters have them; nil for
    /// any other object.
    private func namedValue(in object: JSONValue, _ place: JSONPlace) -> JSONPlace? {
        guard let value = object["value"], value.kind == .string || value.kind == .number,
            let name = ["name", "key", "header"].lazy.compactMap({ key in object[key]?.string }).first
        else { return nil }
        var inner = JSONPlace(isRequest: place.isRequest)
        inner.isAllowed = context.options.allowed.contains(SecretPlaces.foldedMember(name))
        let listed = context.options.meaning(of: name, listed: place.listed(name))
        if let listed {
            inner.meaning = MemberMeaning(name: name, secret: listed)
        } else if !inner.isAllowed, isUnknownCredential(name, value, place) {
            inner.meaning = MemberMeaning(name: name, secret: SecretName(kind: .key, isOrdinary: true))
        }
        return inner
    }

    /// Whether a header of a request or a parameter, which no list has, holds what looks like a secret.
    private func isUnknownCredential(_ name: String, _ value: JSONValue, _ place: JSONPlace) -> Bool {
        guard let bytes = value.string.map({ value in Array(value.utf8) }) else { return false }
        switch place.names {
        case .headers:
            return place.isRequest && UnknownHeaders.mayHoldSecret(name) && SecretLook.isSecret(bytes)
        case .parameters: return URLSecrets.isVeiled(bytes[...], PercentEncoding.decoded(bytes[...]))
        case .cookies, .members: return false
        }
    }

    private mutating func walkArray(_ array: JSONValue, place: JSONPlace, _ map: TextMap, depth: Int) {
        // Header lines as lists of two, or all in one list.
        let isFlat = place.names == .headers && array.count.isMultiple(of: 2)
        var name: String?
        var option: MemberMeaning?
        var index = 0
        for element in array.elements {
            defer { index += 1 }
            if place.names == .headers, element.kind == .string, isFlat || place.isPair {
                if index.isMultiple(of: 2) {
                    name = element.string
                    walkString(element, place: JSONPlace(), map, depth: depth)
                    continue
                }
                walkString(element, place: place.member(named: name ?? "", context.options), map, depth: depth)
                continue
            }
            var inner = place
            inner.isPair = element.kind == .array && element.count == 2
            // The words of a command, as tools are configured with: `["--api-key", "…"]`.
            if let option, inner.meaning.secret == nil, !inner.isAllowed, !element.rawBytes.starts(with: #""--"#.utf8) {
                inner.meaning = option
            }
            option = element.kind == .string ? CommandOptions.meaning(ofWord: element) : nil
            walkValue(element, place: inner, map, depth: depth)
        }
        guard array.count > 1, let first = array[0], first.kind == .object else { return }
        // Gemini streams its answers as one array, unless it is asked for events. Of other arrays only what is known is
        // searched, and while secrets are being learned that is nothing.
        let isStream = first["candidates"] != nil
        guard isStream || !context.ledger.isEmpty else { return }
        var split = SplitTexts()
        for element in array.elements { split.collect(element, map) }
        joinPieces(of: split, isStream: isStream)
    }

    /// Looks into the name of a member: logs have URLs and keys as names.
    private mutating func walkName(_ name: JSONValue, _ map: TextMap, depth: Int) {
        guard name.byteRange.count > 16 else { return }
        walkString(name, place: JSONPlace(), map, depth: depth)
    }

    private mutating func walkString(_ value: JSONValue, place: JSONPlace, _ map: TextMap, depth: Int) {
        guard let content = UnescapedString(value), !content.bytes.isEmpty else { return }
        guard !place.isAllowed else { return }
        let start = value.contentRange.lowerBound
        if place.meaning.secret == nil, !place.isConfiguration, !content.isVeiled {
            return walkPlain(content, at: start, map, depth: depth)
        }
        let text = content.bytes
        let foundBefore = foundCount
        let map = map.string(content.map, at: start)
        if let secret = place.meaning.secret {
            hidePlaced(text, secret, name: place.meaning.name, map)
            if secret.form == .whole, !secret.demandsLook || foundCount > foundBefore { return }
        }
        let isSetting = place.isConfiguration && (SecretLook.isRandom(text) || SecretLook.isPassphrase(text))
        if isSetting || content.isVeiled {
            let span = SecretSpan(
                kind: .key, value: String(decoding: text, as: UTF8.self), range: 0..<text.count,
                name: place.meaning.name, hasOrdinaryName: true)
            hide([span], map, .placed)
        }
        walk(text, map, depth: depth + 1)
    }

    /// Walks through a string whose place says nothing.
    ///
    /// - Parameters:
    ///   - content: its characters.
    ///   - start: where they begin in the text, behind the quote.
    ///   - map: the map of the text.
    ///   - depth: how many layers lie around it.
    mutating func walkPlain(_ content: UnescapedString, at start: Int, _ map: TextMap, depth: Int) {
        guard !isBarren(content.bytes, depth: depth) else { return }
        let foundBefore = foundCount
        walk(content.bytes, map.string(content.map, at: start), depth: depth + 1)
        if foundCount == foundBefore { barren.insert(content.bytes, depth: depth) }
    }

    /// Notes the secrets of a text under a name that says what it is.
    private mutating func hidePlaced(_ text: ArraySlice<UInt8>, _ secret: SecretName, name: String?, _ map: TextMap) {
        let value = String(decoding: text, as: UTF8.self)
        var spans = FieldSecrets.spans(in: value, of: secret)
        for index in spans.indices { spans[index].name = name }
        hide(spans, map, .placed)
        for span in FieldSecrets.spans(withinCredentials: value) { inner.append(span) }
    }
}

extension UnescapedString {
    /// Whether every letter is written as `\uXXXX`, as nobody does who has nothing to hide.
    var isVeiled: Bool {
        guard let map, bytes.count >= 8 else { return false }
        return map.contentCount == bytes.count * 6 && bytes.allSatisfy { byte in byte < 0x7F }
    }
}
