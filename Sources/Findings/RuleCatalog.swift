/// Every rule, by id.
public enum RuleCatalog {
    /// The rules of single exchanges, in the order of their ids.
    public static let all: [any Rule.Type] = [
        BodyElided.self,
        LengthMismatch.self,
        MethodMissing.self,
        NoTimings.self,
        HeadingDrift.self,
        BodyCut.self,
        BodyReformatted.self,
        ElidedSizeRecovered.self,
        SamplingParameters.self,
        EmptyTools.self,
        ImageOutput.self,
        NoTokenLimit.self,
        PreviewModel.self,
        RetentionSwitches.self,
        NoSystemInstruction.self,
        GeminiSettings.self,
        OpenAIChatSettings.self,
        OpenAIResponsesSettings.self,
        AnthropicSettings.self,
        BedrockSettings.self,
        CohereSettings.self,
        OllamaSettings.self,
        InteractionSettings.self,
        CompatibleServerSettings.self,
        TurnsOutOfOrder.self,
        HiddenTextInMessage.self,
        ProviderPathOnForeignHost.self,
        FrontAndBackEndDiffer.self,
        GatewayInFront.self,
        HostsDiffer.self,
        ClientNamed.self,
        KeyInBrowser.self,
        BrowserAccessOptIn.self,
        ModelSubstituted.self,
        BufferedStream.self,
        CacheableStream.self,
        AnswerAsAttachment.self,
        NoStrictTransport.self,
        ServerTimingRead.self,
        AmbiguousLength.self,
        FailureStatus.self,
        CodingMismatch.self,
        RateLimitNear.self,
        DeclaredTypeWrong.self,
        ImageInvalid.self,
        ImageMetadata.self,
        ImageResent.self,
        ImageTokensWithoutImage.self,
        ImageTooLarge.self,
        TerminalControls.self,
        ActiveContent.self,
        ThresholdOff.self,
        ThresholdBlockNone.self,
        EveryFilterOff.self,
        MixedThresholds.self,
        DefaultFilters.self,
        UnknownSafetySetting.self,
        AnswerBlocked.self,
        NoSafetyRatings.self,
        PowerfulTool.self,
        CredentialInHeader.self,
        LiveToken.self,
        CredentialInURL.self,
        SessionCookie.self,
        SecretInBody.self,
        SecretUnderCoding.self,
        KeyOfAnotherProvider.self,
        KeyOfPlainWords.self,
        CredentialOnPlainHTTP.self,
        PrivateKeyInBody.self,
        ConnectionIdentifiers.self,
        SecretOutsideMessages.self,
        EventNotJSON.self,
        AnswersMixed.self,
        StreamWithoutEnd.self,
        NoCharset.self,
        TokenSumsDisagree.self,
        UsageMissing.self,
        LatencyByServerClocks.self,
        ClocksDisagree.self,
        TokensPerImage.self,
    ]

    /// The rules of sessions, in the order of their ids.
    public static let session: [any SessionRule.Type] = [
        ConversationGrown.self,
        RequestRepeated.self,
        ImageUploadedAgain.self,
        CredentialAtTwoHosts.self,
    ]

    /// The rule of an id among those of single exchanges, or nil when there is none.
    public static func rule(_ id: String) -> (any Rule.Type)? {
        all.first { rule in rule.descriptor.id == id }
    }

    /// What every rule is, in the order of the ids.
    public static let descriptors: [RuleDescriptor] =
        (all.map { rule in rule.descriptor } + session.map { rule in rule.descriptor }).sorted { left, right in
            left.id < right.id
        }

    /// What the rule of an id is, or nil when there is none.
    public static func descriptor(_ id: String) -> RuleDescriptor? {
        descriptors.first { descriptor in descriptor.id == id }
    }
}
