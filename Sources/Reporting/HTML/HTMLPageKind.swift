/// What a page is about: the words, tools and keys of its frame.
struct HTMLPageKind {
    /// A tool of the bar, which the script brings to life.
    struct Tool {
        /// What the script does.
        var name: StaticString

        /// What its button says.
        var words: String
    }

    /// What the first link of the page leads to.
    let skip: String

    /// What the filter does.
    let filter: String

    /// The tools between the filter and the others.
    let tools: [Tool]

    /// The keys, and what each does.
    let keys: [(key: String, words: String)]

    /// A report on captures.
    static let report = HTMLPageKind(
        skip: "Skip to the report", filter: "Show only exchanges with these words", tools: [],
        keys: [
            ("j", "the next exchange"), ("k", "the exchange before"), ("Enter", "unfold or fold it"),
            ("/", "filter the exchanges"),
        ])

    /// A comparison of two captures.
    static let comparison = HTMLPageKind(
        skip: "Skip to the comparison", filter: "Show only pairs with these words",
        tools: [Tool(name: "previous", words: "previous change"), Tool(name: "next", words: "next change")],
        keys: [
            ("n", "the next change"), ("p", "the change before"), ("j", "the next pair"), ("k", "the pair before"),
            ("Enter", "unfold or fold it"), ("/", "filter the pairs"),
        ])

    /// The tools of every page.
    static let commonTools = [
        Tool(name: "theme", words: "theme"), Tool(name: "unfold", words: "expand all"),
        Tool(name: "print", words: "print"), Tool(name: "keys", words: "?"),
    ]

    /// The keys of every page.
    static let commonKeys = [
        (key: "e", words: "unfold or fold everything"),
        (key: "t", words: "light, dark, or as the system has it"), (key: "?", words: "this list"),
    ]
}
