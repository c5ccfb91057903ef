// What stands in a folder: manifests directly in it, and folders of hosts.

internal import Glibc

/// A folder's files and HOST folders, sorted by name. Hidden names and editors' leftovers do not count.
struct FolderContents: Sendable {
  /// A folder named after a host.
  struct HostFolder: Hashable, Sendable {
    var host: String
    var path: String
    /// Names of its files.
    var files: [String]
  }

  /// Paths of files directly in the folder.
  var files: [String] = []
  /// Folders of hosts: all folders, where one of them holds a `*.json`. One without any is a host without copies.
  var hosts: [HostFolder] = []

  init(path: String) throws(FeedFault) {
    var folders: [HostFolder] = []
    for name in try Self.names(in: path) where !Self.isLeftover(name) {
      let child = "\(path)/\(name)"
      guard let kind = (try? FileStamp(path: child))?.kind else { continue }
      switch kind {
      case .file: files.append(child)
      case .folder: folders.append(HostFolder(host: name, path: child, files: try Self.jsonFiles(in: child)))
      case .stream, .other: break
      }
    }
    if folders.contains(where: { !$0.files.isEmpty }) { hosts = folders }
  }

  /// The credential spec files and the inventory of a host's folder, by name. A service may name a file in a subfolder
  /// (`file://team\web.json`): where the host's folder has files of its own, those of folders in it are told as
  /// `team/web.json`. A folder of nothing but folders is no host's. Source: moby/moby daemon/oci_windows.go.
  private static func jsonFiles(in path: String) throws(FeedFault) -> [String] {
    let own = try jsonFiles(in: path, depth: 0)
    return own.contains { !$0.contains("/") } ? own : []
  }

  private static func jsonFiles(in path: String, depth: Int) throws(FeedFault) -> [String] {
    var found: [String] = []
    for name in try readableNames(in: path) where !isLeftover(name) {
      if name.lowercased().hasSuffix(".json") {
        found.append(name)
      } else if depth < maximumDepth, (try? FileStamp(path: "\(path)/\(name)"))?.kind == .folder {
        found += try jsonFiles(in: "\(path)/\(name)", depth: depth + 1).map { "\(name)/\($0)" }
      }
    }
    return found
  }

  /// Folders in folders that are looked into; a link that leads back must not be followed for ever.
  private static let maximumDepth = 3

  private static func readableNames(in path: String) throws(FeedFault) -> [String] {
    do throws(FeedFault) { return try names(in: path) } catch .notAllowed { return [] }
  }

  private static func isLeftover(_ name: String) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~") || name.hasSuffix(".swp") || name.hasSuffix(".tmp")
      || name.hasSuffix(".part")
  }

  /// The names in a folder, sorted.
  static func names(in path: String) throws(FeedFault) -> [String] {
    guard let folder = opendir(path) else { throw .system(path, errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}
