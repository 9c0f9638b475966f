internal import ByteCoding

/// The request that a command line of curl sends, as far as the command line tells.
struct CurlCommand {
    /// What is wrong in the command.
    private var tally = DefectTally()

    private var method: String?
    private var urls: [ShellWord] = []
    private var fields: [FieldLine] = []
    private var query: [GatheredBytes] = []
    private var data: [GatheredBytes] = []
    private var isJSON = false
    private var sendsDataInURL = false
    private var isHead = false
    private var isUpload = false
    private var isLost = false
    private var form: [String] = []
    private var formPlace: Place?
    private var lost = "the name of a file"
    private var isInputRead = false
    private let input: CurlInput
    private let place: Place

    /// Reads the words of a command up to its second request.
    init(_ pipeline: CurlPipeline) {
        self.init(CurlArgument.requests(in: pipeline.words.dropFirst())[0], input: pipeline.input, at: pipeline.place)
    }

    /// Reads the options of one request of a command.
    ///
    /// - Parameters:
    ///   - arguments: the options.
    ///   - input: what the command reads from its standard input.
    ///   - place: where the request begins.
    init(_ arguments: [CurlArgument], input: CurlInput, at place: Place) {
        self.place = place
        self.input = input
        let schemes: Set = ["digest", "ntlm", "negotiate", "aws-sigv4", "anyauth"]
        let hasBasic = !arguments.contains { argument in schemes.contains(argument.name) }
        for argument in arguments {
            if argument.unknownCount > 0 {
                report(
                    "unknown-option",
                    "expected options that curl has, found another one; it is left out, check what it does",
                    argument.place, count: argument.unknownCount)
            } else if let value = argument.value {
                read(argument.name, value, hasBasic: hasBasic)
            } else {
                read(flag: argument.name)
            }
        }
    }

    /// The request.
    consuming func request() -> (Request, [CaptureDefect]) {
        if urls.isEmpty {
            report("no-url", "expected a URL in the command, found none; copy the whole command", place)
        } else if urls.count > 1 {
            report(
                "further-url", "expected one URL in a command, found \(urls.count); the first one is read",
                urls[1].place)
        }
        let hasData = !data.isEmpty || isLost
        addFieldsOfJSON()
        let target = target()
        let request = Request(
            method: method ?? (isHead ? "HEAD" : isUpload ? "PUT" : hasContent(hasData) ? "POST" : "GET"),
            target: target.map { target in String(decoding: target.bytes, as: UTF8.self) }, hasURLTarget: true,
            targetPlace: target.map { target in target.place(0) }, fields: FieldLines(fields), body: body(),
            place: place)
        return (request, tally.defects)
    }

    /// Whether options make curl read its standard input.
    static func readsInput(_ arguments: [CurlArgument]) -> Bool {
        arguments.contains { argument in
            switch argument.name {
            case "data", "data-ascii", "data-binary", "json": argument.value?.text == "@-"
            case "upload-file": ["-", "."].contains(argument.value?.text)
            default: false
            }
        }
    }

    private func hasContent(_ hasData: Bool) -> Bool { !form.isEmpty || hasData && !sendsDataInURL }

    private mutating func report(_ id: String, _ message: String, _ place: Place, count: Int = 1) {
        tally.note(CaptureDefect(id: "copy-as-curl." + id, message: message, place: place), count: count)
    }
}

// MARK: Options

extension CurlCommand {
    private mutating func read(flag name: String) {
        switch name {
        case "get": sendsDataInURL = true
        case "head": isHead = true
        default: break
        }
    }

    private mutating func read(_ name: String, _ value: ShellWord, hasBasic: Bool) {
        switch name {
        case "url": urls.append(value)
        case "request": method = value.text
        case "header": readHeader(value)
        case "cookie":
            // Without an equals sign it is the name of a file of cookies.
            if value.bytes.bytes.contains(UInt8(ascii: "=")) { add("Cookie", value) } else { reportFile(value) }
        case "user-agent": add("User-Agent", value)
        case "referer": add("Referer", value)
        case "oauth2-bearer": add("Authorization", "Bearer " + value.text, value.place)
        case "user":
            // Without a colon curl asks for the password, which stands nowhere.
            if hasBasic, value.bytes.bytes.contains(UInt8(ascii: ":")) {
                add("Authorization", "Basic " + Base64.encode(value.bytes.bytes), value.place)
            }
        case "proxy-user":
            add("Proxy-Authorization", "Basic " + Base64.encode(value.bytes.bytes), value.place)
        case "data", "data-ascii": readData(value, isFileAllowed: true, isText: true)
        case "data-binary": readData(value, isFileAllowed: true)
        case "data-raw": readData(value, isFileAllowed: false)
        case "data-urlencode": readEncoded(value, intoQuery: false)
        case "url-query": readEncoded(value, intoQuery: true)
        case "json":
            isJSON = true
            readData(value, isFileAllowed: true)
        case "form", "form-string": readForm(value, isFileAllowed: name == "form")
        case "upload-file":
            isUpload = true
            if ["-", "."].contains(value.text) { return readInput(value) }
            isLost = true
            reportFile(value)
        default: break
        }
    }

    private mutating func add(_ name: String, _ value: ShellWord) {
        let text = value.bytes.bytes[...].trimmed
        add(name, String(decoding: text, as: UTF8.self), value.bytes.place(text.startIndex))
    }

    private mutating func add(_ name: String, _ value: String, _ place: Place) {
        fields.append(FieldLine(name: name, value: value, place: place))
    }

    /// Reads `Name: value`; `Name:` takes a header away that curl adds, and `Name;` sends one without a value.
    private mutating func readHeader(_ word: ShellWord) {
        let bytes = word.bytes.bytes[...]
        if bytes.first == UInt8(ascii: "@") { return reportFile(word) }
        guard let colon = bytes.dropFirst().firstIndex(of: UInt8(ascii: ":")) else {
            if bytes.last == UInt8(ascii: ";") {
                return add(String(decoding: bytes.dropLast(), as: UTF8.self), "", word.place)
            }
            return report(
                "header",
                "expected a name and a value with a colon between, found a header without one; it is left out",
                word.place)
        }
        let value = bytes[(colon + 1)...].trimmed
        guard !value.isEmpty else { return }
        add(
            String(decoding: bytes[..<colon].trimmed, as: UTF8.self), String(decoding: value, as: UTF8.self),
            word.bytes.place(value.startIndex))
    }

    /// Reads content, `@file` or `@-`; of a file that is text no line ends are sent.
    ///
    /// What the shell puts in is not in the capture.
    private mutating func readData(_ word: ShellWord, isFileAllowed: Bool, isText: Bool = false) {
        if word.isMade { return loseData(word, from: "what the shell puts in") }
        guard isFileAllowed, word.bytes.bytes.first == UInt8(ascii: "@") else { return data.append(word.bytes) }
        if word.bytes.bytes.elementsEqual("@-".utf8) { return readInput(word, isText: isText) }
        isLost = true
        reportFile(word)
    }

    /// Reads what stands in the capture of the standard input; says where it comes from when nothing does.
    private mutating func readInput(_ word: ShellWord, isText: Bool = false) {
        guard let origin = input.origin else {
            // It is read to its end at once: nothing is left for another option.
            guard case .literal(let content) = input, !isInputRead else { return data.append(GatheredBytes()) }
            isInputRead = true
            return data.append(isText ? content.removing { byte in byte.isLineEnd || byte == 0 } : content)
        }
        loseData(word, from: origin)
    }

    private mutating func loseData(_ word: ShellWord, from origin: String) {
        isLost = true
        lost = "that it comes from \(origin)"
        report(
            "input",
            "expected what is sent in the command, found \(lost), which is not in the capture; capture the request itself",
            word.place)
    }

    /// Reads `content`, `=content`, `name=content`, `@file` and `name@file`; the content is sent percent-encoded.
    ///
    /// Of bytes in a row that are encoded all have the place of the first: three for one make no map of their own.
    private mutating func readEncoded(_ word: ShellWord, intoQuery: Bool) {
        if word.isMade, !intoQuery { return loseData(word, from: "what the shell puts in") }
        let bytes = word.bytes.bytes
        let isReady = intoQuery && bytes.first == UInt8(ascii: "+")
        let mark = isReady ? bytes.startIndex : bytes.firstIndex { byte in "=@".utf8.contains(byte) }
        if let mark, bytes[mark] == UInt8(ascii: "@") {
            if !intoQuery { isLost = true }
            return reportFile(word)
        }
        var encoded = GatheredBytes()
        let contentStart = mark.map { mark in mark + 1 } ?? 0
        var run: [UInt8] = []
        var runPlace = 0
        for (index, byte) in bytes.enumerated() {
            // Of `=content` the equals sign is no part.
            if index < contentStart, mark == 0 { continue }
            let place = word.bytes.place(index).byte
            if isReady || index < contentStart || byte.isUnreserved {
                encoded.append(run, at: runPlace, step: 0)
                run.removeAll(keepingCapacity: true)
                encoded.append(CollectionOfOne(byte), at: place)
            } else {
                if run.isEmpty { runPlace = place }
                run += byte.percentEncoded
            }
        }
        encoded.append(run, at: runPlace, step: 0)
        if intoQuery { query.append(encoded) } else { data.append(encoded) }
    }

    private mutating func readForm(_ word: ShellWord, isFileAllowed: Bool) {
        let bytes = word.bytes.bytes[...]
        let equals = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.endIndex
        let name = String(decoding: bytes[..<equals].prefix(CurlCommand.longestName), as: UTF8.self)
        let value = bytes[equals...].dropFirst()
        let isFile = isFileAllowed && (value.first == UInt8(ascii: "@") || value.first == UInt8(ascii: "<"))
        if isFile {
            let file = value.dropFirst().prefix { byte in byte != UInt8(ascii: ";") }.prefix(CurlCommand.longestName)
            form.append("\(name) (file \(String(decoding: file, as: UTF8.self)))")
        } else {
            form.append(name)
        }
        formPlace = formPlace ?? word.place
    }

    private mutating func reportFile(_ word: ShellWord) {
        report(
            "file",
            "expected what is sent in the command, found the name of a file, which is not read; capture the "
                + "request itself", word.place)
    }

    /// How many bytes of the names in a form are told.
    private static let longestName = 64
}

// MARK: The request

extension CurlCommand {
    /// What `--json` adds unless the command has it.
    private mutating func addFieldsOfJSON() {
        guard isJSON else { return }
        let section = FieldLines(fields)
        for name in ["Content-Type", "Accept"] where section.first(name) == nil {
            add(name, "application/json", data.first.map { part in part.place(0) } ?? place)
        }
    }

    /// The URL with the data that `-G` puts behind it; without a scheme curl takes HTTP.
    private func target() -> GatheredBytes? {
        guard let url = urls.first?.bytes else { return nil }
        var target = GatheredBytes()
        let start = url.place(0).byte
        let head = url.bytes.prefix(CurlCommand.longestName)
        let hasScheme = head.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
            .dropFirst().contains { rest in rest.starts(with: "//".utf8) }
        if !hasScheme, head.first != UInt8(ascii: "$") { target.append("http://".utf8, at: start, step: 0) }
        target.append(url)
        let parts = query + (sendsDataInURL ? data : [])
        var hasQuery = url.bytes.contains(UInt8(ascii: "?"))
        for part in parts where !part.bytes.isEmpty {
            target.append((hasQuery ? "&" : "?").utf8, at: part.place(0).byte, step: 0)
            target.append(part)
            hasQuery = true
        }
        return target
    }

    private func body() -> Body? {
        if let formPlace {
            let shown = form.prefix(20).joined(separator: ", ")
            let fault = BodyFault(
                .bodyMissing,
                "expected the form as it was sent, found its \(form.count) fields alone: \(shown)"
                    + (form.count > 20 ? ", and others" : ""))
            return Body(bytes: [], place: formPlace, fault: fault)
        }
        if isLost {
            let fault = BodyFault(
                .bodyMissing, "expected the content in the command, found \(lost); capture the request itself")
            return Body(bytes: [], place: place, fault: fault)
        }
        guard !data.isEmpty, !sendsDataInURL else { return nil }
        var all = GatheredBytes()
        for (index, part) in data.enumerated() {
            if index > 0, !isJSON { all.append("&".utf8, at: part.place(0).byte, step: 0) }
            all.append(part)
        }
        return all.bytes.isEmpty ? Body(bytes: [], place: place) : all.body()
    }
}
