/// What the statements before a command of PowerShell set: variables, cookies, and the name of the browser.
struct PowerShellSession {
    /// The values of variables, by their names in small letters.
    private var variables: [String: ArraySlice<PowerShellToken>] = [:]

    /// The names of browsers and the cookies of sessions, by the variables that hold these.
    private var agents: [String: PowerShellToken] = [:]
    private var cookies: [String: GatheredBytes] = [:]

    /// No script that a browser writes sets more.
    private static let mostVariables = 256

    /// No server takes more cookies, in bytes; each command of the session sends them.
    private static let longestCookies = 8192

    /// Takes a statement that is no command; false where it says nothing that is known.
    mutating func accept(_ tokens: ArraySlice<PowerShellToken>) -> Bool {
        guard let first = tokens.first else { return true }
        guard first.isVariable else { return false }
        let name = first.text.lowercased()
        if name.hasSuffix(".cookies.add") {
            let strings = tokens.filter { token in token.kind == .string }
            let session = String(name.dropLast(12))
            guard strings.count > 1 else { return true }
            guard cookies[session].map({ cookies in cookies.bytes.count < PowerShellSession.longestCookies }) ?? true
            else { return false }
            add(strings[0], strings[1], to: session)
            return true
        }
        let value = tokens.dropFirst(2)
        guard tokens.dropFirst().first?.isSymbol("=") == true, let word = value.first else { return false }
        if name.hasSuffix(".useragent") {
            agents[String(name.dropLast(10))] = word
        } else if word.text.lowercased() == "new-object" {
            agents[name] = nil
            cookies[name] = nil
        } else if variables.count < PowerShellSession.mostVariables || variables[name] != nil {
            variables[name] = value
        }
        return true
    }

    /// What a value stands for: the value of a variable, or itself.
    func resolved(_ value: ArraySlice<PowerShellToken>) -> ArraySlice<PowerShellToken> {
        guard value.count == 1, let only = value.first, only.isVariable else { return value }
        return variables[only.text.lowercased()] ?? value
    }

    /// The name of the browser that a session has.
    func agent(of session: PowerShellToken) -> PowerShellToken? { agents[session.text.lowercased()] }

    /// The cookies that a session has, as a header has them.
    func cookies(of session: PowerShellToken) -> GatheredBytes? { cookies[session.text.lowercased()] }

    private mutating func add(_ name: PowerShellToken, _ value: PowerShellToken, to session: String) {
        let place = name.place.byte
        if cookies[session] != nil { cookies[session]?.append("; ".utf8, at: place, step: 0) }
        cookies[session, default: GatheredBytes()].append(name.bytes)
        cookies[session]?.append("=".utf8, at: place, step: 0)
        cookies[session]?.append(value.bytes)
    }
}
