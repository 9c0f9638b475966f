internal import ByteCoding

/// The request that a command of PowerShell sends, as far as the script tells.
struct PowerShellRequest {
    private let session: PowerShellSession
    private let place: Place
    private var values: [String: ArraySlice<PowerShellToken>] = [:]
    private var url: ArraySlice<PowerShellToken>?

    /// Parameters without a value.
    private static let switches: Set = [
        "usebasicparsing", "disablekeepalive", "passthru", "allowunencryptedauthentication", "skipcertificatecheck",
        "skipheadervalidation", "preserveauthorizationonredirect", "usedefaultcredentials", "noproxy", "resume",
        "skiphttperrorcheck", "followrellink",
    ]

    /// Reads the tokens of a command, of which the first is its name.
    init(_ tokens: ArraySlice<PowerShellToken>, after session: PowerShellSession) {
        self.session = session
        place = tokens.first?.place ?? Place(byte: 0)
        var rest = tokens.dropFirst()
        // What a bar stands before is of another command.
        while let token = rest.first, !token.isSymbol("|") {
            let name = token.parameter
            if name != nil { rest = rest.dropFirst() }
            if let name, PowerShellRequest.switches.contains(name) || rest.first?.parameter != nil { continue }
            let value = rest.leadingGroup
            rest = rest[value.endIndex...]
            if let name {
                values[name] = value
            } else if case .symbol = token.kind {
                continue
            } else {
                url = url ?? value
            }
        }
    }

    /// The request, and what is wrong in it.
    func request() -> (Request, [CaptureDefect]) {
        let target = (values["uri"] ?? url).flatMap(text)
        var defects: [CaptureDefect] = []
        if target == nil {
            defects.append(
                CaptureDefect(
                    id: "copy-as-powershell.no-url",
                    message: "expected a URL in the command, found none; copy the whole command", place: place))
        }
        let method = (values["method"] ?? values["custommethod"]).flatMap(text).map(PowerShellRequest.string)
        let request = Request(
            method: method ?? "GET", target: target.map(PowerShellRequest.string), hasURLTarget: true,
            targetPlace: target.map { target in target.place(0) }, fields: FieldLines(fields), body: body, place: place)
        return (request, defects)
    }

    private static func string(_ bytes: GatheredBytes) -> String { String(decoding: bytes.bytes, as: UTF8.self) }

    /// The text that a value is; nil where something has to be computed or read for it.
    private func text(_ value: ArraySlice<PowerShellToken>) -> GatheredBytes? {
        let value = session.resolved(value)
        guard let first = value.first, !first.isVariable, !first.isSymbol("{") else { return nil }
        guard first.isSymbol("(") || first.isSymbol("[") else { return first.bytes }
        let isMade = value.contains { token in
            let word = token.kind == .word ? token.text.lowercased() : ""
            return ["get-", "::read", "convertto-json"].contains { name in word.contains(name) }
        }
        return isMade ? nil : value.first { token in token.kind == .string }?.bytes
    }

    // MARK: Headers

    private var fields: [FieldLine] {
        var fields = headers
        if let type = values["contenttype"].flatMap(text) { fields.append(field("Content-Type", type)) }
        let holder = values["websession"]?.first
        let agent = values["useragent"].flatMap(text) ?? holder.flatMap(session.agent)?.bytes
        if let agent { fields.append(field("User-Agent", agent)) }
        if let cookies = holder.flatMap(session.cookies) { fields.append(field("Cookie", cookies)) }
        if let token = values["token"].flatMap(text) {
            fields.append(
                FieldLine(
                    name: "Authorization", value: "Bearer " + PowerShellRequest.string(token), place: token.place(0)))
        }
        return fields
    }

    private func field(_ name: String, _ value: GatheredBytes) -> FieldLine {
        FieldLine(name: name, value: PowerShellRequest.string(value), place: value.place(0))
    }

    /// The headers in a table of names and values.
    ///
    /// Browsers write the fields of HTTP/2 that begin with a colon without it.
    private var headers: [FieldLine] {
        var rest = values["headers"].map(session.resolved)?.dropFirst() ?? []
        var fields: [FieldLine] = []
        while let name = rest.first {
            guard rest.count > 2, rest[rest.startIndex + 1].isSymbol("="), name.kind == .word || name.kind == .string
            else {
                rest = rest.dropFirst()
                continue
            }
            let value = rest.dropFirst(2).leadingGroup
            rest = rest[value.endIndex...]
            let bytes = text(value)
            let shown = bytes.map(PowerShellRequest.string) ?? value.first?.text ?? ""
            fields.append(
                FieldLine(name: name.text, value: shown, place: bytes?.place(0) ?? value.first?.place ?? name.place))
        }
        let pseudo = ["authority", "method", "path", "scheme"]
        guard pseudo.allSatisfy({ name in fields.contains { field in field.name == name } }) else { return fields }
        return fields.map { field in
            pseudo.contains(field.name)
                ? FieldLine(name: ":" + field.name, value: field.value, place: field.place) : field
        }
    }

    // MARK: Content

    private var body: Body? {
        if let value = values["body"] {
            if let text = text(value) {
                return text.bytes.isEmpty ? Body(bytes: [], place: value.first?.place ?? place) : text.body()
            }
            return missing("found what the script makes it of", value)
        }
        if let file = values["infile"] { return missing("found the name of a file", file) }
        return values["form"].map { form in missing("found the fields of a form", form) }
    }

    private func missing(_ found: String, _ value: ArraySlice<PowerShellToken>) -> Body {
        let fault = BodyFault(
            .bodyMissing, "expected the content in the command, \(found); capture the request itself")
        return Body(bytes: [], place: value.first?.place ?? place, fault: fault)
    }
}
