// Why a source could not be read as a whole, as facts; `FeedFaultText` has the words.

/// What is wrong with a file or folder.
package enum FeedFault: Error, Hashable, Sendable {
  /// Nothing is there.
  case missing(path: String)
  /// The system does not allow to read it.
  case notAllowed(path: String)
  /// The system refused for another reason; `code` is errno.
  case system(path: String, code: Int32)
  /// Neither a file nor a folder nor a pipe.
  case notReadable(path: String)
  /// A folder without a file that could be one of ours.
  case emptyFolder(path: String)
  /// A file without contents.
  case emptyFile(path: String)
  /// Bytes that are no text.
  case notText(path: String, offset: Int)
  /// The table that kubectl and docker print for people.
  case tableOutput(path: String, header: String)
  /// An API's refusal instead of data: `Status` of Kubernetes, `message` of Docker.
  case refusal(path: String, message: String)
  /// JSON or YAML that holds nothing which this program reads; the kinds that it holds.
  case nothingKnown(path: String, kinds: [String])
  /// A snapshot or inventory of a later format than this program knows.
  case newerFormat(path: String, format: String, version: Int, known: Int)
  /// The text ends in the middle or is damaged as a whole; `problem` is in words.
  case damaged(path: String, line: Int, column: Int, problem: String)
  /// Reading was cancelled.
  case cancelled(path: String)
}
