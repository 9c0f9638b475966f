extension OutputSchema {
    /// What `unspool image --format jsonl` prints, a line for each image.
    static let image = OutputSchema(
        name: "image",
        text: #"""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "unspool.image/1",
              "description": "An image and what is wrong with it. Texts are as the image has them, less their secrets.",
              "type": "object",
              "required": ["path", "bytes", "sha256", "verdict", "pixels", "parts", "defects"],
              "properties": {
                "path": {"type": "string"},
                "declared_type": {"type": "string", "description": "The media type that the file's name stands for."},
                "format": {"type": "string", "description": "By the bytes. Absent: none that is known."},
                "width": {"$ref": "#/$defs/count", "description": "As declared, which may be wrong."},
                "height": {"$ref": "#/$defs/count", "description": "As declared, which may be wrong."},
                "bit_depth": {"$ref": "#/$defs/count"},
                "color": {"enum": ["cmyk", "gray", "gray_alpha", "indexed", "rgb", "rgba"]},
                "frames": {"$ref": "#/$defs/count", "description": "Of an animation."},
                "bytes": {"$ref": "#/$defs/count"},
                "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "verdict": {"enum": ["valid", "valid_with_warnings", "invalid"]},
                "pixels": {
                  "description": "Whether every one can be recovered; unchecked: they were not read.",
                  "enum": ["ok", "damaged", "none", "unchecked"]
                },
                "rows": {
                  "description": "The rows that survive; those of an interlaced image are counted in each pass.",
                  "type": "object",
                  "required": ["whole", "expected"],
                  "properties": {"whole": {"$ref": "#/$defs/count"}, "expected": {"$ref": "#/$defs/count"}}
                },
                "parts": {
                  "description": "Chunks, segments or blocks in order; like ones in a row are one entry.",
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["name", "count"],
                    "properties": {"name": {"type": "string"}, "count": {"$ref": "#/$defs/count"}}
                  }
                },
                "defects": {"type": "array", "items": {"$ref": "#/$defs/defect"}},
                "metadata": {
                  "type": "object",
                  "properties": {
                    "texts": {"type": "array", "items": {"$ref": "#/$defs/text"}},
                    "generation": {"$ref": "#/$defs/generation"},
                    "exif": {
                      "type": "object",
                      "required": ["fields"],
                      "properties": {
                        "fields": {"type": "array", "items": {"$ref": "#/$defs/pair"}},
                        "position": {
                          "description": "Where the image was made, in degrees, north and east above 0.",
                          "type": "object",
                          "required": ["latitude", "longitude"],
                          "properties": {"latitude": {"type": "number"}, "longitude": {"type": "number"}}
                        }
                      }
                    },
                    "xmp": {
                      "type": "object",
                      "required": ["bytes", "properties"],
                      "properties": {
                        "bytes": {"$ref": "#/$defs/count"},
                        "properties": {"type": "array", "items": {"$ref": "#/$defs/pair"}}
                      }
                    }
                  }
                },
                "provenance": {"$ref": "#/$defs/provenance"}
              },
              "$defs": {
                "defect": {
                  "type": "object",
                  "required": ["id", "severity", "message", "expected", "found"],
                  "properties": {
                    "id": {"type": "string", "description": "Of the rule."},
                    "severity": {"enum": ["error", "warning", "info"]},
                    "chunk": {"type": "string", "description": "The chunk, segment or block that it is about."},
                    "offset": {"$ref": "#/$defs/count", "description": "The byte of the image."},
                    "message": {"type": "string"},
                    "expected": {"type": "string"},
                    "found": {"type": "string"},
                    "note": {"type": "string"},
                    "further": {"type": "integer", "minimum": 1, "description": "More of the rule that are not listed."}
                  }
                },
                "text": {
                  "type": "object",
                  "required": ["chunk", "keyword", "text", "cut"],
                  "properties": {
                    "chunk": {"type": "string"},
                    "keyword": {"type": "string"},
                    "text": {"type": "string"},
                    "cut": {"type": "boolean", "description": "Whether there is more of it."}
                  }
                },
                "generation": {
                  "description": "What the program that made the image says of how it did.",
                  "type": "object",
                  "required": ["generator", "settings"],
                  "properties": {
                    "generator": {"type": "string"},
                    "prompt": {"type": "string"},
                    "negative_prompt": {"type": "string"},
                    "settings": {"type": "array", "items": {"$ref": "#/$defs/pair"}},
                    "nodes": {"$ref": "#/$defs/count"}
                  }
                },
                "pair": {
                  "type": "object",
                  "required": ["name", "value"],
                  "properties": {"name": {"type": "string"}, "value": {"type": "string"}}
                },
                "provenance": {
                  "description": "What content credentials (C2PA) claim. No signature is verified, and nothing is fetched.",
                  "type": "object",
                  "required": ["label", "manifests", "actions"],
                  "properties": {
                    "label": {"type": "string", "description": "Of the manifest that speaks for the image as it is."},
                    "manifests": {"$ref": "#/$defs/count"},
                    "claim_generator": {"type": "string"},
                    "title": {"type": "string"},
                    "actions": {
                      "type": "array",
                      "items": {
                        "type": "object",
                        "required": ["action"],
                        "properties": {
                          "action": {"type": "string"},
                          "digital_source_type": {"type": "string"},
                          "software_agent": {"type": "string"},
                          "description": {"type": "string"}
                        }
                      }
                    },
                    "signer": {
                      "type": "object",
                      "properties": {"common_name": {"type": "string"}, "organization": {"type": "string"}}
                    },
                    "data_hash": {
                      "description": "Whether the bytes of the image are those that the claim was made of.",
                      "enum": ["match", "mismatch", "unchecked"]
                    }
                  }
                },
                "count": {"type": "integer", "minimum": 0}
              }
            }

            """#)
}
