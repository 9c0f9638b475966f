extension OutputSchema {
    /// What `unspool check --format json` prints.
    static let check = OutputSchema(
        name: "check",
        text: #"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "unspool.check/1",
              "description": "The findings of a check. Absent: not known.",
              "type": "object",
              "required": ["schema", "tool", "fail_on", "failed", "captures", "findings", "passed", "stale", "summary"],
              "properties": {
                "schema": {"const": "unspool.check/1"},
            \#(OutputSchema.toolMember),
                "fail_on": {"enum": ["critical", "high", "medium", "low", "info", "none"]},
                "failed": {"type": "boolean", "description": "Whether a finding that was not accepted reaches fail_on."},
                "captures": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["path", "format", "exchanges"],
                    "properties": {
                      "path": {"type": "string", "description": "Relative to the folder of the check where it lies below it."},
                      "format": {"type": "string"},
                      "exchanges": {"type": "integer", "minimum": 0}
                    }
                  }
                },
                "findings": {"type": "array", "items": {"$ref": "#/$defs/finding"}},
                "passed": {
                  "description": "The ids of the rules that found nothing.",
                  "type": "array",
                  "items": {"type": "string"}
                },
                "stale": {
                  "description": "The entries of the baseline that nothing was found for.",
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["rule", "fingerprint", "path", "reason"],
                    "properties": {
                      "rule": {"type": "string"},
                      "fingerprint": {"type": "string"},
                      "path": {"type": "string"},
                      "reason": {"type": "string"},
                      "by": {"type": "string"}
                    }
                  }
                },
                "summary": {
                  "type": "object",
                  "required": ["captures", "exchanges", "findings", "accepted", "expired", "stale"],
                  "properties": {
                    "captures": {"type": "integer", "minimum": 0},
                    "exchanges": {"type": "integer", "minimum": 0},
                    "findings": {
                      "description": "The rules that fired without being accepted, by severity.",
                      "type": "object",
                      "required": ["critical", "high", "medium", "low", "info"],
                      "properties": {
                        "critical": {"type": "integer", "minimum": 0},
                        "high": {"type": "integer", "minimum": 0},
                        "medium": {"type": "integer", "minimum": 0},
                        "low": {"type": "integer", "minimum": 0},
                        "info": {"type": "integer", "minimum": 0}
                      }
                    },
                    "accepted": {"type": "integer", "minimum": 0},
                    "expired": {"type": "integer", "minimum": 0},
                    "stale": {"type": "integer", "minimum": 0}
                  }
                }
              },
              "$defs": {
                "finding": {
                  "type": "object",
                  "required": [
                    "rule", "name", "severity", "message", "path", "exchange", "where", "fingerprint", "state"
                  ],
                  "properties": {
                    "rule": {"type": "string", "pattern": "^[A-Z]{3}[0-9]{3}$"},
                    "name": {"type": "string"},
                    "severity": {"enum": ["critical", "high", "medium", "low", "info"]},
                    "message": {"type": "string", "description": "Never quotes a secret."},
                    "path": {"type": "string", "description": "The path of the capture."},
                    "at": {
                      "type": "object",
                      "required": ["line", "column", "byte"],
                      "properties": {
                        "line": {"type": "integer", "minimum": 1},
                        "column": {"type": "integer", "minimum": 1},
                        "byte": {"type": "integer", "minimum": 0}
                      }
                    },
                    "within": {
                      "description": "Where in the decoded value that stands at the place.",
                      "type": "object",
                      "required": ["layers", "byte"],
                      "properties": {
                        "layers": {"type": "array", "items": {"type": "string"}},
                        "byte": {"type": "integer", "minimum": 0}
                      }
                    },
                    "exchange": {"type": "integer", "minimum": 1},
                    "where": {"type": "string"},
                    "fingerprint": {"type": "string", "description": "Of rule and where: no line number, no secret."},
                    "state": {"enum": ["new", "accepted", "expired"], "description": "What the baseline says of it."},
                    "reason": {"type": "string", "description": "Why it was accepted."},
                    "by": {"type": "string", "description": "Who accepted it."}
                  }
                }
              }
            }

            """#)
}
