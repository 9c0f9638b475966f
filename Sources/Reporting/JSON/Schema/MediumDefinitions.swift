extension OutputSchema {
    /// The members of an object that speaks of a medium: where it stands, and what is known of it.
    static let mediumMembers = #"""
                "source": {
                  "type": "string",
                  "description": "The part of a message that it is, answer/messages/0/parts/1; else its place in a body."
                },
                "role": {"type": "string"},
                "event": {"$ref": "#/$defs/ordinal", "description": "The event, line or message of a stream."},
                "field": {"type": "string", "description": "The field of a form."},
                "pointer": {"type": "string", "description": "The string in the body's JSON, or in the event's."},
                "inner_pointers": {
                  "description": "The strings in the JSON documents that are strings themselves.",
                  "type": "array",
                  "items": {"type": "string"}
                },
                "offset": {"$ref": "#/$defs/count", "description": "The byte of the text where it begins, unless it is all."},
                "declared_type": {"type": "string"},
                "format": {"type": "string", "description": "By its bytes."},
                "width": {"$ref": "#/$defs/count", "description": "As declared, which may be wrong."},
                "height": {"$ref": "#/$defs/count", "description": "As declared, which may be wrong."},
                "bit_depth": {"$ref": "#/$defs/count"},
                "color": {"enum": ["cmyk", "gray", "gray_alpha", "indexed", "rgb", "rgba"]},
                "frames": {"$ref": "#/$defs/count", "description": "Of an animation."},
                "bytes": {"$ref": "#/$defs/count"},
                "sha256": {"$ref": "#/$defs/sha256"},
                "verdict": {"enum": ["valid", "valid_with_warnings", "invalid"]},
                "pixels": {
                  "description": "Whether every one can be recovered; unchecked: they were not read.",
                  "enum": ["ok", "damaged", "none", "unchecked"]
                },
                "defects": {"type": "array", "items": {"$ref": "#/$defs/image_defect"}},
                "metadata": {"$ref": "#/$defs/metadata"},
                "provenance": {"$ref": "#/$defs/provenance"},
                "elided": {"type": "boolean"},
                "layers": {
                  "description": "The codings that were removed from its text, outermost first.",
                  "type": "array",
                  "items": {"type": "string"}
                },
                "warnings": {"type": "array", "items": {"type": "string"}, "description": "What is wrong with its base64."},
                "cut": {"type": "string", "description": "What stands in the capture for the end of its data."},
                "repeats": {"$ref": "#/$defs/ordinal", "description": "How many times more the same response says it."},
                "at": {"$ref": "#/$defs/at"},
                "within": {"$ref": "#/$defs/within"}
        """#

    /// The definitions of what an image says beside its pixels, and of what is wrong with it, as members of `$defs`.
    static let imageDefinitions = #"""
            "metadata": {
              "type": "object",
              "properties": {
                "texts": {"type": "array", "items": {"$ref": "#/$defs/image_text"}},
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
            "image_defect": {
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
            "image_text": {
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
                "signed_at": {"type": "string", "description": "As a time-stamping authority says; not verified either."},
                "data_hash": {
                  "description": "Whether the bytes of the image are those that the claim was made of.",
                  "enum": ["match", "mismatch", "unchecked"]
                }
              }
            }
        """#
}
