extension AnswerWarning {
    /// Half a character stands alone in a text.
    static let loneSurrogate = AnswerWarning(
        .loneSurrogate, "expected both halves of every surrogate pair, found one alone; U+FFFD stands for it")
}
