extension OutputSchema {
    /// What `unspool rules --format json` prints.
    static let rules = OutputSchema(
        name: "rules",
        text: #"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "unspool.rules/1",
              "description": "The rules that findings come from.",
              "type": "object",
              "required": ["schema", "rules"],
              "properties": {
                "schema": {"const": "unspool.rules/1"},
                "rules": {"type": "array", "items": {"$ref": "#/$defs/rule"}}
              },
              "$defs": {
                "rule": {
                  "type": "object",
                  "required": ["id", "name", "severity", "summary", "why", "references", "flagged", "clean"],
                  "properties": {
                    "id": {"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$"},
                    "name": {"type": "string", "description": "Lower-case words that say what is bad."},
                    "severity": {"enum": ["critical", "high", "medium", "low", "info"]},
                    "summary": {"type": "string", "description": "What it finds."},
                    "why": {"type": "string", "description": "Why that matters."},
                    "references": {"$ref": "#/$defs/texts", "description": "Clauses, advisories, addresses."},
                    "flagged": {"$ref": "#/$defs/texts", "description": "Captures in which it finds something."},
                    "clean": {"$ref": "#/$defs/texts", "description": "Captures in which it finds nothing."}
                  }
                },
                "texts": {"type": "array", "items": {"type": "string"}}
              }
            }

            """#)
}
