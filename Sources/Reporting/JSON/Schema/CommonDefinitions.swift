extension OutputSchema {
    /// The member of an output that names the program.
    static let toolMember = #"""
            "tool": {
              "type": "object",
              "required": ["name", "version"],
              "properties": {"name": {"const": "unspool"}, "version": {"type": "string"}}
            }
        """#

    /// The definition of a place in a decoded value, as a member of `$defs`.
    static let withinDefinition = #"""
            "within": {
              "description": "Where it stands in a decoded value, whose place at is.",
              "type": "object",
              "required": ["layers", "byte"],
              "properties": {
                "layers": {"type": "array", "items": {"type": "string"}},
                "byte": {"$ref": "#/$defs/count"}
              }
            }
        """#

    /// The definitions of digests and numbers, as members of `$defs`.
    static let commonDefinitions = #"""
            "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "count": {"type": "integer", "minimum": 0},
            "ordinal": {"type": "integer", "minimum": 1}
        """#
}
