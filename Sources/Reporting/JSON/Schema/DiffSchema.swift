extension OutputSchema {
    /// What `unspool diff --format json` prints.
    static let diff = OutputSchema(
        name: "diff",
        text: #"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "unspool.diff/1",
              "description": "What differs between two sessions. Absent: not known, or not there.",
              "type": "object",
              "required": ["schema", "tool", "a", "b", "normalised", "summary", "pairs"],
              "properties": {
                "schema": {"const": "unspool.diff/1"},
            \#(OutputSchema.toolMember),
                "a": {"$ref": "#/$defs/session"},
                "b": {"$ref": "#/$defs/session"},
                "normalised": {
                  "description": "What is not compared, or taken for something else.",
                  "type": "object",
                  "required": ["headers", "members", "hosts"],
                  "properties": {
                    "headers": {"$ref": "#/$defs/texts", "description": "Names of headers; * stands for any ending."},
                    "members": {"$ref": "#/$defs/texts", "description": "What else, in words."},
                    "hosts": {"type": "object", "additionalProperties": true, "description": "Hosts, and what each counts as."}
                  }
                },
                "summary": {
                  "type": "object",
                  "required": ["pairs", "only_a", "only_b", "moved", "changed", "loosened"],
                  "properties": {
                    "pairs": {"type": "integer", "minimum": 0},
                    "only_a": {"type": "integer", "minimum": 0},
                    "only_b": {"type": "integer", "minimum": 0},
                    "moved": {"type": "integer", "minimum": 0, "description": "Pairs that stand in another order."},
                    "changed": {"type": "integer", "minimum": 0, "description": "Pairs in which something differs."},
                    "loosened": {"type": "integer", "minimum": 0, "description": "Changes that loosen a filter."},
                    "begins": {
                      "description": "Of one session: the numbers of the exchanges that begin a conversation.",
                      "type": "array",
                      "items": {"type": "integer", "minimum": 1}
                    }
                  }
                },
                "pairs": {"type": "array", "items": {"$ref": "#/$defs/pair"}}
              },
              "$defs": {
                "session": {
                  "type": "object",
                  "required": ["path", "format", "bytes", "exchanges"],
                  "properties": {
                    "path": {"type": "string"},
                    "format": {"type": "string"},
                    "bytes": {"type": "integer", "minimum": 0},
                    "exchanges": {"type": "integer", "minimum": 0}
                  }
                },
                "pair": {
                  "type": "object",
                  "required": ["a", "b", "state", "changes"],
                  "properties": {
                    "a": {"type": ["integer", "null"], "description": "The number of the exchange in the first session."},
                    "b": {"type": ["integer", "null"]},
                    "state": {"enum": ["same", "changed", "moved", "only_a", "only_b"]},
                    "score": {"type": "number", "minimum": 0, "description": "How alike the two are, from 0 to 1."},
                    "why": {
                      "description": "What made them a pair.",
                      "enum": [
                        "same request", "same body", "same first turn", "goes on", "most alike", "only conversations",
                        "same position", "chosen"
                      ]
                    },
                    "moved_from_before": {"type": "integer", "minimum": 1, "description": "An exchange of the first session."},
                    "model": {"type": "string"},
                    "input_tokens": {"$ref": "#/$defs/sides"},
                    "output_tokens": {"$ref": "#/$defs/sides"},
                    "duration_ms": {"$ref": "#/$defs/sides"},
                    "credentials": {
                      "description": "Those that both requests show, never their values.",
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["name", "same"],
                        "properties": {
                          "name": {"type": "string"},
                          "same": {"type": "boolean"},
                          "a": {"type": "string", "description": "The mark of the secret."},
                          "b": {"type": "string"}
                        }
                      }
                    },
                    "not_compared": {"$ref": "#/$defs/texts", "description": "What one of the captures does not have."},
                    "unread": {"const": true, "description": "It differs, and was moved too far to be compared in detail."},
                    "changes": {"type": "array", "items": {"$ref": "#/$defs/change"}}
                  }
                },
                "sides": {
                  "type": "object",
                  "properties": {"a": {"type": "number"}, "b": {"type": "number"}}
                },
                "change": {
                  "type": "object",
                  "required": ["area", "path", "op"],
                  "properties": {
                    "area": {
                      "enum": ["config", "safety", "headers", "conversation", "answer", "usage", "images", "findings"]
                    },
                    "path": {"type": "string", "description": "By name, never by position."},
                    "op": {"enum": ["add", "remove", "replace"]},
                    "from": {"description": "The value, {bytes} of content that is not shown, or an image.", "additionalProperties": true},
                    "to": {"additionalProperties": true},
                    "role": {"type": "string", "description": "Of a turn, as are the members that follow."},
                    "turn_a": {"type": "integer", "minimum": 0, "description": "From 1; 0 is the system instruction."},
                    "turn_b": {"type": "integer", "minimum": 0},
                    "answer_of": {
                      "description": "The exchange of the other session whose answer the turn was.",
                      "type": "integer",
                      "minimum": 1
                    },
                    "words": {
                      "description": "Both texts, cut where they differ.",
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["in", "text"],
                        "properties": {"in": {"enum": ["a", "b", "both"]}, "text": {"type": "string"}}
                      }
                    },
                    "loosened": {"const": true, "description": "A filter lets more through."},
                    "image": {
                      "type": "object",
                      "required": ["relation"],
                      "properties": {
                        "relation": {"enum": ["same_pixels", "different_pixels", "different_size", "different_bytes"]},
                        "differing_share": {"type": "number", "minimum": 0, "description": "Of pixels that differ by more than 8."},
                        "mean_error": {"type": "number", "minimum": 0, "description": "Of all samples, in 255ths."},
                        "hash_distance": {"type": "integer", "minimum": 0, "description": "Of 64 bits of perceptual hashes."}
                      }
                    },
                    "at_a": {"$ref": "#/$defs/place"},
                    "at_b": {"$ref": "#/$defs/place"}
                  }
                },
                "place": {
                  "type": "object",
                  "required": ["line", "column", "byte"],
                  "properties": {
                    "line": {"type": "integer", "minimum": 1},
                    "column": {"type": "integer", "minimum": 1},
                    "byte": {"type": "integer", "minimum": 0}
                  }
                },
                "texts": {"type": "array", "items": {"type": "string"}}
              }
            }

            """#)
}
