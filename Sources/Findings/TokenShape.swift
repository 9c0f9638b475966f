/// The shape of the tokens that a provider issues: what they begin with, how long they are, and of which characters.
struct TokenShape: Sendable {
    /// What a sentence calls such a token.
    let title: String

    /// What it begins with.
    private let prefix: String

    /// The characters behind that, at least.
    private let least: Int

    /// The characters behind that, at most.
    private let most: Int

    /// The characters beside letters and digits that it may have.
    private let signs: String

    /// How many dots it has at least: the parts of a JSON Web Token stand between two.
    private let dots: Int

    private init(
        _ title: String, _ prefix: String, _ lengths: ClosedRange<Int>, signs: String = "-_", dots: Int = 0
    ) {
        self.title = title
        self.prefix = prefix
        least = lengths.lowerBound
        most = lengths.upperBound
        self.signs = signs
        self.dots = dots
    }

    /// The shape of a value; nil for one of no provider's.
    static func shape(of value: String) -> TokenShape? {
        all.first { shape in shape.matches(value) }
    }

    /// Whether a value has the shape, and is no placeholder: those repeat a few characters, or have no digit.
    private func matches(_ value: String) -> Bool {
        let bytes = value.utf8
        guard bytes.starts(with: prefix.utf8) else { return false }
        let rest = bytes.dropFirst(prefix.utf8.count)
        guard (least...most).contains(rest.count) else { return false }
        var kinds: Set<UInt8> = []
        var hasDigit = false
        for byte in rest {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
            default: guard signs.utf8.contains(byte) else { return false }
            }
            kinds.insert(byte)
        }
        return hasDigit && kinds.count >= TokenShape.leastKinds
            && (dots == 0 || rest.count(where: { byte in byte == UInt8(ascii: ".") }) >= dots)
    }

    /// How many different characters a token has at least.
    private static let leastKinds = 6

    /// The shapes, as of 2025; longer prefixes before shorter ones.
    ///
    /// https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
    private static let all = [
        TokenShape("Anthropic key", "sk-ant-", 40...200),
        TokenShape("OpenAI project key", "sk-proj-", 40...250),
        TokenShape("OpenAI service-account key", "sk-svcacct-", 40...250),
        TokenShape("OpenAI administrator key", "sk-admin-", 40...250),
        TokenShape("OpenRouter key", "sk-or-v1-", 64...64, signs: ""),
        TokenShape("OpenAI key", "sk-", 48...48, signs: ""),
        TokenShape("Google API key", "AIza", 35...35),
        TokenShape("Google API key", "AQ.", 40...100),
        TokenShape("Google access token", "ya29.", 40...2_000, signs: "-_."),
        TokenShape("Groq key", "gsk_", 40...80, signs: ""),
        TokenShape("Hugging Face token", "hf_", 34...40, signs: ""),
        TokenShape("Replicate token", "r8_", 37...40, signs: ""),
        TokenShape("Perplexity key", "pplx-", 40...64, signs: ""),
        TokenShape("xAI key", "xai-", 60...100, signs: ""),
        TokenShape("Fireworks key", "fw_", 20...40, signs: ""),
        TokenShape("AWS access key", "AKIA", 16...16, signs: ""),
        TokenShape("AWS temporary access key", "ASIA", 16...16, signs: ""),
        TokenShape("Amazon Bedrock key", "ABSK", 80...200, signs: "+/="),
        TokenShape("GitHub token", "ghp_", 36...36, signs: ""),
        TokenShape("GitHub token", "gho_", 36...36, signs: ""),
        TokenShape("GitHub token", "ghs_", 36...36, signs: ""),
        TokenShape("GitHub token", "github_pat_", 50...100, signs: "_"),
        TokenShape("GitLab token", "glpat-", 20...60, signs: "-_."),
        TokenShape("Slack token", "xoxb-", 20...100, signs: "-"),
        TokenShape("Slack token", "xoxp-", 20...100, signs: "-"),
        TokenShape("Stripe key", "sk_live_", 24...120, signs: ""),
        TokenShape("npm token", "npm_", 36...36, signs: ""),
        TokenShape("JSON Web Token", "eyJ", 40...8_000, signs: "-_.=", dots: 2),
    ]
}
