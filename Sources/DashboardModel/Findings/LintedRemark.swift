// What `gmsa-tui lint` found: remarks with their places in files.

/// A remark and where it stands in a file that was linted.
public struct LintedRemark: Hashable, Sendable {
  /// The file, or `-`.
  public var source: String
  /// The line in the file, from 1.
  public var line: Int
  /// The column, from 1, in Unicode scalars.
  public var column: Int
  /// The object that carries the contents, such as `ConfigMap specs, data.web.json`; empty for a file of contents.
  public var object: String
  /// What is wrong. Its own line and column count in the contents, where these stand behind base64 or in a snapshot and
  /// cannot be pointed at in the file; else they are nil.
  public var remark: ContentsRemark
  /// The line as it should be; nil where that is not known, or where it would show a PluginInput.
  public var correctedLine: String?

  /// A remark in a file.
  public init(
    source: String, line: Int, column: Int, object: String = "", remark: ContentsRemark,
    correctedLine: String? = nil
  ) {
    self.source = source
    self.line = line
    self.column = column
    self.object = object
    self.remark = remark
    self.correctedLine = correctedLine
  }
}

/// What a run of lint found.
public struct LintResult: Sendable {
  /// Remarks by file and place.
  public var remarks: [LintedRemark] = []
  /// Files that were read.
  public var fileCount = 0
  /// Contents that were looked through; equal ones in one file count once.
  public var contentsCount = 0
  /// What could not be read, or holds no contents where some were expected; a sentence each.
  public var unreadable: [String] = []

  /// Nothing found.
  public init() {}
}
