import Conversation
import Testing

@Suite struct SafetySettingTests {
    @Test(
        "a filter is off by two words, written in capitals or not",
        arguments: [
            ("OFF", .off), ("off", .off), ("Off", .off), ("BLOCK_NONE", .blockNone), ("block_none", .blockNone),
            ("BLOCK_ONLY_HIGH", nil), ("OFFF", nil), ("", nil), (nil, nil), ("o\u{FB00}", nil),
        ] as [(String?, DisabledFilter?)])
    func disabled(_ threshold: String?, _ disabled: DisabledFilter?) {
        let setting = SafetySetting(category: nil, threshold: threshold)
        #expect(setting.disabled == disabled)
        #expect(setting.isOff == (disabled != nil))
    }
}
