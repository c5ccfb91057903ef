// A part of a YAML stream that is parsed alone: a document, an item of a list, or what stands around the items.

/// Text with the line of the file that it starts on.
struct YAMLPiece {
  enum Role {
    case whole
    case item(index: Int)
    /// Members of a list object in front of or behind its items.
    case header
  }

  var role: Role
  var text: [UInt8]
  var place: TextPlace
  var document: Int
  /// True when the piece was above the limit; its text is gone.
  var isTooLarge = false
}
