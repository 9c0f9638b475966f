extension OutputSchema {
    /// What `unspool redact --report` writes.
    static let redact = OutputSchema(
        name: "redact",
        text: #"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "unspool.redact/1",
              "description": "What was replaced in a copy of a capture that is safe to share: kinds and places, never a value.",
              "type": "object",
              "required": ["schema", "summary", "values"],
              "properties": {
                "schema": {"const": "unspool.redact/1"},
                "summary": {
                  "type": "object",
                  "required": ["values", "places", "kinds", "rescan"],
                  "properties": {
                    "values": {"type": "integer", "minimum": 0},
                    "places": {"type": "integer", "minimum": 0},
                    "kinds": {"type": "object", "description": "How many values there are of each kind."},
                    "rescan": {
                      "description": "What the search of the written copy found, and how many layers deep it went.",
                      "type": "object",
                      "required": ["clean", "depth"],
                      "properties": {
                        "clean": {"const": true},
                        "depth": {"type": "integer", "minimum": 1}
                      }
                    }
                  }
                },
                "values": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["mark", "kind", "characters", "places", "where"],
                    "properties": {
                      "mark": {"type": "string", "description": "REDACTED-, the kind, and eight digits."},
                      "kind": {"type": "string"},
                      "characters": {"type": "integer", "minimum": 1},
                      "places": {"type": "integer", "minimum": 1},
                      "where": {
                        "description": "The first places, in the capture as it was.",
                        "type": "array",
                        "items": {
                          "type": "object",
                          "required": ["exchange", "byte"],
                          "properties": {
                            "exchange": {"type": ["integer", "null"], "description": "Null: before the first one."},
                            "byte": {"type": ["integer", "null"], "description": "Null: in something encoded."}
                          }
                        }
                      }
                    }
                  }
                }
              }
            }

            """#)
}
