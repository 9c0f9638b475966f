/// A host that serves the APIs of OpenAI, or APIs that are compatible.
struct CompatibleHost: Sendable {
    /// The host; `*.example.com` stands for every host below `example.com` and for itself.
    let pattern: String

    /// Who serves it.
    let name: String

    /// The hosts of OpenAI, of Azure, and of the servers with models of their own, or that are known to pass on what
    /// they are asked; the first that matches names the vendor.
    static let all: [CompatibleHost] = [
        CompatibleHost("api.openai.com", "OpenAI"),
        CompatibleHost("*.api.openai.com", "OpenAI"),
        CompatibleHost("chatgpt.com", "OpenAI"),
        CompatibleHost("*.openai.azure.com", "Azure OpenAI"),
        CompatibleHost("*.services.ai.azure.com", "Azure AI Foundry"),
        CompatibleHost("*.inference.ai.azure.com", "Azure AI Foundry"),
        CompatibleHost("*.cognitiveservices.azure.com", "Azure OpenAI"),
        CompatibleHost("api.ai21.com", "AI21"),
        CompatibleHost("*.aliyuncs.com", "Alibaba Cloud"),
        CompatibleHost("*.anthropic.com", "Anthropic"),
        CompatibleHost("api.avian.io", "Avian"),
        CompatibleHost("*.api.aws", "AWS Bedrock"),
        CompatibleHost("*.amazonaws.com", "AWS"),
        CompatibleHost("api.cerebras.ai", "Cerebras"),
        CompatibleHost("*.cloudflare.com", "Cloudflare"),
        CompatibleHost("api.cohere.com", "Cohere"),
        CompatibleHost("api.cohere.ai", "Cohere"),
        CompatibleHost("*.databricks.com", "Databricks"),
        CompatibleHost("*.azuredatabricks.net", "Databricks"),
        CompatibleHost("api.deepinfra.com", "DeepInfra"),
        CompatibleHost("api.deepseek.com", "DeepSeek"),
        CompatibleHost("api.fireworks.ai", "Fireworks AI"),
        CompatibleHost("*.githubcopilot.com", "GitHub Copilot"),
        CompatibleHost("models.github.ai", "GitHub Models"),
        CompatibleHost("models.inference.ai.azure.com", "GitHub Models"),
        CompatibleHost("*.googleapis.com", "Google"),
        CompatibleHost("api.groq.com", "Groq"),
        CompatibleHost("*.huggingface.co", "Hugging Face"),
        CompatibleHost("api.hyperbolic.xyz", "Hyperbolic"),
        CompatibleHost("*.lambda.ai", "Lambda"),
        CompatibleHost("api.minimax.io", "MiniMax"),
        CompatibleHost("api.minimaxi.com", "MiniMax"),
        CompatibleHost("api.mistral.ai", "Mistral AI"),
        CompatibleHost("codestral.mistral.ai", "Mistral AI"),
        CompatibleHost("api.moonshot.ai", "Moonshot AI"),
        CompatibleHost("api.moonshot.cn", "Moonshot AI"),
        CompatibleHost("api.novita.ai", "Novita AI"),
        CompatibleHost("integrate.api.nvidia.com", "NVIDIA"),
        CompatibleHost("ollama.com", "Ollama"),
        CompatibleHost("openrouter.ai", "OpenRouter"),
        CompatibleHost("api.perplexity.ai", "Perplexity"),
        CompatibleHost("api.sambanova.ai", "SambaNova"),
        CompatibleHost("api.siliconflow.cn", "SiliconFlow"),
        CompatibleHost("api.siliconflow.com", "SiliconFlow"),
        CompatibleHost("*.snowflakecomputing.com", "Snowflake"),
        CompatibleHost("api.together.ai", "Together AI"),
        CompatibleHost("api.together.xyz", "Together AI"),
        CompatibleHost("ai-gateway.vercel.sh", "Vercel AI Gateway"),
        CompatibleHost("*.volces.com", "Volcano Engine"),
        CompatibleHost("api.writer.com", "Writer"),
        CompatibleHost("*.x.ai", "xAI"),
        CompatibleHost("api.z.ai", "Z.ai"),
        CompatibleHost("open.bigmodel.cn", "Z.ai"),
    ]

    private init(_ pattern: String, _ name: String) {
        self.pattern = pattern
        self.name = name
    }
}
