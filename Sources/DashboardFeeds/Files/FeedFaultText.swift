// The words of a fault: what happened, why, and what to do next. The only prose of the file feeds.

internal import Glibc
package import StructuredText

extension FeedFault {
  /// One or two sentences for the operator.
  package var text: String {
    switch self {
    case .missing(let path): "\(path): no such file or folder. Check the path."
    case .notAllowed(let path):
      "\(path): you may not read it (permission denied). Change its rights, or read it with `sudo cat` into `-`."
    case .system(let path, let code): "\(path): could not be read: \(String(cString: strerror(code)))."
    case .notReadable(let path): "\(path): neither a file nor a folder nor a pipe."
    case .emptyFolder(let path):
      "\(path): holds no JSON or YAML file and no HOST folder with credential specs. Put lists "
        + "(`kubectl get … -o json`, `docker … inspect`) in it, or HOST/*.json as copied from each host."
    case .emptyFile(let path):
      "\(path): is empty. Was the command that wrote it refused? Look at what it said on stderr."
    case .notText(let path, let offset):
      "\(path): no text (byte \(offset) is none). Expected JSON or YAML, plain or gzip."
    case .tableOutput(let path, let header):
      "\(path): a table for people (`\(header.prefix(60))`), which lacks what is needed. "
        + "Run the command again with `-o json` (kubectl) or use `docker … inspect`."
    case .refusal(let path, let message):
      "\(path): holds a refusal instead of data: \(message.prefix(300))"
    case .nothingKnown(let path, let kinds):
      "\(path): holds nothing that is read here"
        + (kinds.isEmpty ? "" : " (only \(kinds.prefix(5).joined(separator: ", ")))")
        + ". Expected kubectl lists, Docker Swarm inspect output, a snapshot or host inventories."
    case .newerFormat(let path, let format, let version, let known):
      "\(path): \(format) version \(version) was written by a newer gmsa-tui; this one reads up to version \(known). "
        + "Update gmsa-tui, or write the file again with this version."
    case .damaged(let path, let line, let column, let problem):
      "\(path):\(line):\(column): \(problem)"
    case .cancelled(let path): "\(path): reading was cancelled."
    }
  }

  /// The fault of a system call on a path.
  static func system(_ path: String, _ code: Int32) -> FeedFault {
    switch code {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EACCES, EPERM: .notAllowed(path: path)
    default: .system(path: path, code: code)
    }
  }
}

extension JSONFault.Reason {
  /// What stood there and what was expected.
  var text: String {
    switch self {
    case .wrongType(let expected, let found): "expected \(expected.rawValue), found \(found.rawValue)"
    case .unexpectedByte(let byte): "unexpected \(Self.name(of: byte))"
    case .endOfInput: "ends in the middle"
    case .tooDeep(let limit): "nests deeper than \(limit) levels"
    case .notAnInteger: "expected a whole number"
    case .missing(let member): "lacks \(member)"
    case .unacceptable(let found, let expected): "expected \(expected), found `\(found.prefix(60))`"
    }
  }

  /// A byte by its character, or by its number where it has none.
  static func name(of byte: UInt8) -> String {
    (0x21...0x7E).contains(byte) ? "`\(Unicode.Scalar(byte))`" : "byte 0x\(String(byte, radix: 16))"
  }
}

extension DocumentFault.Reason {
  /// What is wrong with a document, in words.
  package var text: String {
    switch self {
    case .notText: "no text"
    case .tableOutput: "a table for people; use `-o json`"
    case .truncated: "ends in the middle: the file is cut off, or still being written"
    case .unexpectedByte(let byte): "unexpected \(JSONFault.Reason.name(of: byte))"
    case .unbalanced: "brackets or quotes do not match"
    case .tooLarge(let limit): "larger than \(limit >> 20) MiB"
    case .tooManyFaults(let limit): "more than \(limit) faults; the rest was not read"
    case .damagedCompression: "the gzip data is damaged"
    case .truncatedCompression: "the gzip data ends in the middle"
    case .malformedYAML(let problem): "no valid YAML: \(problem)"
    case .yamlExpansion(let limit):
      "YAML aliases expand beyond \(limit >> 20) MiB, as no list of a cluster does; write it again with -o json"
    case .yamlTooDeep(let limit): "YAML nests deeper than \(limit) levels"
    case .unsupportedYAMLAliases: "YAML aliases in a way that no manifest needs"
    case .system(let code): String(cString: strerror(code))
    }
  }
}
