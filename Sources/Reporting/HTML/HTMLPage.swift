internal import Findings

/// The frame of a page: its head, its bar of tools, and what stands below the exchanges.
struct HTMLPage {
    /// The version of the program, as the page names it.
    let version: String

    /// What it is about.
    var kind = HTMLPageKind.report

    /// Writes everything before the first capture.
    func begin(_ name: String, in html: inout HTMLWriter) {
        html.doctype()
        html.begin(.html, [.own("lang", "en")])
        html.element(.head) { html in
            html.element(.meta, .own("charset", "utf-8"))
            html.element(
                .meta, .own("http-equiv", "Content-Security-Policy"),
                .policy(HTMLPolicy(style: HTMLPage.style, script: HTMLPage.script)))
            html.element(
                .meta, .own("name", "viewport"), .own("content", "width=device-width, initial-scale=1"))
            html.element(.meta, .own("name", "color-scheme"), .own("content", "light dark"))
            html.element(.meta, .own("name", "referrer"), .own("content", "no-referrer"))
            html.element(.title, text: "\(name) - unspool")
            html.begin(.style)
            html.resource(HTMLPage.style)
            html.end(.style)
        }
        html.begin(.body)
        html.element(.a, .class(.skip), .link(.page(.main)), text: kind.skip)
        html.element(.header, .class(.toolbar)) { html in
            html.element(.h1, text: name)
            // The script shows it: without one these do nothing.
            html.element(.nav, .own("hidden"), .label("Tools")) { html in
                html.element(
                    .input, .id(.page(.filter)), .own("type", "search"), .own("placeholder", "filter  /"),
                    .label(kind.filter))
                for tool in kind.tools + HTMLPageKind.commonTools {
                    html.element(.button, .own("type", "button"), .own("data-do", tool.name), text: tool.words)
                }
            }
        }
        html.begin(.main, [.id(.page(.main))])
    }

    /// Writes everything behind the last capture.
    func end(firedRules: Set<String>, options: PageOptions, in html: inout HTMLWriter) {
        rules(firedRules, in: &html)
        html.end(.main)
        html.element(.footer, .class(.foot), .id(.page(.about))) { html in
            html.element(.p) { html in
                html.text("Made by unspool \(version), with \(RuleCatalog.descriptors.count) rules. ")
                html.text(
                    options.showsSecrets
                        ? "Secrets are shown as they were captured. "
                        : "Secrets are hidden; --include-secrets shows them. ")
                html.text("Invisible and control characters are spelled out: ")
                html.element(.span, .class(.spelled), text: "<U+200B>")
                html.text(". The page loads nothing, and runs nothing but its own script, which it can do without.")
            }
        }
        keys(in: &html)
        html.begin(.script)
        html.resource(HTMLPage.script)
        html.end(.script)
        html.end(.body)
        html.end(.html)
    }

    /// What the rules that fired are about.
    private func rules(_ fired: Set<String>, in html: inout HTMLWriter) {
        let descriptors = RuleCatalog.descriptors.filter { rule in fired.contains(rule.id) }
        guard !descriptors.isEmpty else { return }
        html.begin(.section, [.class(.sections), .id(.page(.rules))])
        html.begin(.details)
        html.element(.summary) { html in
            html.element(.h2, text: "Rules that fired")
            html.element(.span, .class(.lead), text: "\(descriptors.count)")
        }
        html.begin(.dl)
        for rule in descriptors {
            html.element(.dt, .id(.rule(Anchor.RuleID(rule.id)))) { html in
                html.element(.b, text: rule.id)
                html.text(" \(rule.name) ")
                html.element(.span, .class(.severity, HTMLClass(rule.severity)), text: rule.severity.rawValue)
            }
            html.element(.dd) { html in
                html.text("\(rule.summary) \(rule.why)")
                for reference in rule.references {
                    html.text(" ")
                    html.element(.span, .class(.faint), text: reference)
                }
            }
        }
        html.end(.dl)
        html.end(.details)
        html.end(.section)
    }

    /// The list of keys, which the script shows.
    private func keys(in html: inout HTMLWriter) {
        html.element(.dialog, .id(.page(.keys)), .label("Keys")) { html in
            html.element(.dl) { html in
                for (key, words) in kind.keys + HTMLPageKind.commonKeys {
                    html.element(.dt) { html in html.element(.kbd, text: key) }
                    html.element(.dd, text: words)
                }
            }
            html.element(.button, .own("type", "button"), .own("data-do", "close"), text: "close")
        }
    }

    private static let style =
        PackageResources.report_css + Array((HTMLAttribute.barRules + HTMLAttribute.columnRules).utf8)
    private static let script = PackageResources.report_js
}
