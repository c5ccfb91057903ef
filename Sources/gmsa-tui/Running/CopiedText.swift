// A copied text where the terminal has no clipboard: one file of the operator's own, named in the answer.

import DashboardFeeds
import Glibc
import TerminalCanvas

/// What an operator copies. It is pasted into shells and tickets, so it holds nothing that a terminal must not get.
struct CopiedText {
  let text: String
  /// What it is, in a few words.
  let what: String

  init(_ text: String, what: String) {
    self.text = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { DisplayText(String($0)).text }.joined(separator: "\n")
    self.what = what
  }

  /// Why it goes into a file.
  enum Reason: String {
    case noClipboard = "no clipboard is known here"
    case tooLong = "too long for a terminal's clipboard"
    case linear = "a line of words has no clipboard"
  }

  /// Writes the file, and says where it is or why it is nowhere.
  func keep(because reason: Reason, in file: CopyFile = CopyFile()) -> String {
    do throws(CopyFile.Fault) {
      try file.write(text)
      return "in \(file.path): \(what) (\(reason.rawValue))"
    } catch {
      return "nothing was copied: \(file.path): \(error.words)"
    }
  }
}

/// The file that holds what was copied last.
struct CopyFile {
  /// Why it cannot be written.
  enum Fault: Error {
    /// The system says no: its number for why.
    case system(Int32)
    /// Something of that name is there that is not the operator's plain file: a trap in a shared folder.
    case foreign

    var words: String {
      switch self {
      case .system(let number): String(cString: strerror(number))
      case .foreign: "it is not a file of yours alone; remove it, or set XDG_RUNTIME_DIR"
      }
    }
  }

  let path: String

  /// The file of this operator: one name, so that copies do not pile up.
  init(environment: Environment = .ofProcess) {
    if let folder = environment["XDG_RUNTIME_DIR"], folder.hasPrefix("/") {
      path = "\(folder)/gmsa-tui-copy.txt"
    } else {
      let folder = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
      path = "\(folder)/gmsa-tui-copy-\(getuid()).txt"
    }
  }

  /// Replaces what it holds; nobody else can read it.
  func write(_ text: String) throws(Fault) {
    // Nothing is followed and nothing is cut before the file is known to be ours: the folder may be shared.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw errno == ELOOP ? .foreign : .system(errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == getuid(), status.st_nlink == 1 else {
      throw .foreign
    }
    guard fchmod(descriptor, 0o600) == 0, ftruncate(descriptor, 0) == 0 else { throw .system(errno) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .system(errno) }
      rest = rest.dropFirst(count)
    }
  }
}
