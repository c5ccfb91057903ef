// Why a document or an item could not be read, as facts; the words for the operator are made elsewhere.

/// One thing that could not be read, and where.
package struct DocumentFault: Error, Sendable, Hashable {
  /// What is wrong, without prose.
  package enum Reason: Sendable, Hashable {
    /// The file is neither JSON nor YAML text.
    case notText
    /// The file is the table that kubectl or docker prints for people, not data.
    case tableOutput
    /// The file or a member of it ends in the middle.
    case truncated
    /// A byte that cannot stand here; everything up to the next item is skipped.
    case unexpectedByte(UInt8)
    /// An item whose brackets or quotes do not match.
    case unbalanced
    /// An item above the limit of bytes.
    case tooLarge(limit: Int)
    /// So many faults that the rest of the file is not read.
    case tooManyFaults(limit: Int)
    /// The compressed bytes are damaged.
    case damagedCompression
    /// The compressed bytes end in the middle; what came before was read.
    case truncatedCompression
    /// YAML that the parser refuses; `problem` is its own words.
    case malformedYAML(problem: String)
    /// Aliases that expand a YAML document beyond the limit of bytes.
    case yamlExpansion(limit: Int)
    /// A YAML document that nests too deep.
    case yamlTooDeep(limit: Int)
    /// Aliases or anchors used in a way that manifests never need: as keys, or by the hundreds.
    case unsupportedYAMLAliases
    /// The system refused to open or read; `code` is errno.
    case system(code: Int32)
  }

  package var reason: Reason
  package var place: TextPlace
  /// Which document of the file, from 0.
  package var document: Int
  /// Which item of its list, from 0, when the fault is inside one.
  package var index: Int?

  package init(reason: Reason, place: TextPlace, document: Int = 0, index: Int? = nil) {
    self.reason = reason
    self.place = place
    self.document = document
    self.index = index
  }
}
