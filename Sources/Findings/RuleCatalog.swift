/// Every rule, by id.
public enum RuleCatalog {
    /// The rules, in the order of their ids.
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
        NoSystemInstruction.self,
        ProviderPathOnForeignHost.self,
        FrontAndBackEndDiffer.self,
        GatewayInFront.self,
        HostsDiffer.self,
        ClientNamed.self,
        KeyInBrowser.self,
        ModelSubstituted.self,
        BufferedStream.self,
        CacheableStream.self,
        AnswerAsAttachment.self,
        NoStrictTransport.self,
        ServerTimingRead.self,
        AmbiguousLength.self,
        FailureStatus.self,
        ImageResent.self,
        ImageTokensWithoutImage.self,
        ThresholdOff.self,
        ThresholdBlockNone.self,
        EveryFilterOff.self,
        MixedThresholds.self,
        DefaultFilters.self,
        UnknownSafetySetting.self,
        AnswerBlocked.self,
        NoSafetyRatings.self,
        CredentialInHeader.self,
        CredentialInURL.self,
        KeyOfAnotherProvider.self,
        KeyOfPlainWords.self,
        ConnectionIdentifiers.self,
        EventNotJSON.self,
        AnswersMixed.self,
        StreamWithoutEnd.self,
        NoCharset.self,
        TokenSumsDisagree.self,
        LatencyByServerClocks.self,
        TokensPerImage.self,
    ]

    /// The rule of an id, or nil when there is none.
    public static func rule(_ id: String) -> (any Rule.Type)? {
        all.first { rule in rule.descriptor.id == id }
    }

    /// What every rule is, in the order of the ids.
    public static let descriptors: [RuleDescriptor] = all.map { rule in rule.descriptor }.sorted { left, right in
        left.id < right.id
    }

    /// What the rule of an id is, or nil when there is none.
    public static func descriptor(_ id: String) -> RuleDescriptor? {
        descriptors.first { descriptor in descriptor.id == id }
    }
}
