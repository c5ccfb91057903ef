// What a shell offers for a SOURCE: the kinds of the table, their contexts, and files.

import DashboardFeeds
import Glibc

enum SourceCompletion {
  /// The words that may stand where `prefix` was begun. Shells filter them, and show what is left.
  static func words(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
    let live = SourceTable.all.flatMap { [$0.word] + $0.completions(surroundings) }
    return Set(live).sorted().filter { $0.hasPrefix(prefix) } + files(prefix)
  }

  /// The contexts of the kubeconfig.
  static var contexts: [String] { KubernetesSource.contexts(surroundings) }

  /// A shell asks without flags and config: what the environment says is what is offered.
  private static var surroundings: SourceSurroundings {
    SourceSurroundings(environment: .ofProcess, config: Config(), kubeconfig: nil, follows: false)
  }

  /// Files and folders whose path begins so; folders end in a slash.
  private static func files(_ prefix: String) -> [String] {
    let slash = prefix.lastIndex(of: "/")
    let folder = slash.map { String(prefix[...$0]) } ?? ""
    let begun = slash.map { String(prefix[prefix.index(after: $0)...]) } ?? prefix
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(stream) }
    var found: [String] = []
    while let entry = readdir(stream), found.count < 1000 {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(begun), begun.hasPrefix(".") || !name.hasPrefix(".") else { continue }
      var status = stat()
      let isFolder = stat(folder + name, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      found.append(folder + name + (isFolder ? "/" : ""))
    }
    return found.sorted()
  }
}
