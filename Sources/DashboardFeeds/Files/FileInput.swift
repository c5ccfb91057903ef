// From the words of the operator to the files and HOST folders that are there now.

import DashboardModel

/// One thing to read.
enum FileInput: Hashable, Sendable {
  /// Standard input.
  case standardInput(ClusterNaming)
  /// A file or pipe that the operator named.
  case named(path: String, ClusterNaming)
  /// A file in a folder that the operator named.
  case member(path: String, ClusterNaming)
  /// A folder of a host.
  case host(FolderContents.HostFolder, cluster: ClusterName?)
}

/// What the sources consist of at one moment, and what to watch to see it change.
struct FileInputs: Sendable {
  var inputs: [FileInput] = []
  /// Sources that are not there or may not be read, by path.
  var faults: [String: FeedFault] = [:]
  var watched: [String: FolderWatcher.Names] = [:]

  init(_ sources: [FileSource]) {
    for source in sources {
      switch source.place {
      case .standardInput: inputs.append(.standardInput(Self.naming(source)))
      case .path(let path): add(path, source)
      }
    }
  }

  private static func naming(_ source: FileSource) -> ClusterNaming {
    source.cluster.map { .named($0) } ?? .loose
  }

  private mutating func add(_ word: String, _ source: FileSource) {
    var path = word
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    watch(FolderWatcher.parent(of: path), .only([FolderWatcher.lastPart(of: path)]))
    do throws(FeedFault) {
      switch try FileStamp(path: path).kind {
      case .file, .stream: inputs.append(.named(path: path, Self.naming(source)))
      case .folder: try addFolder(path, source)
      case .other: throw .notReadable(path: path)
      }
    } catch {
      faults[path] = error
    }
  }

  private mutating func addFolder(_ path: String, _ source: FileSource) throws(FeedFault) {
    watch(path, .every)
    let contents = try FolderContents(path: path)
    guard !contents.files.isEmpty || !contents.hosts.isEmpty else { throw .emptyFolder(path: path) }
    let naming = ClusterNaming.named(source.cluster ?? ClusterName(Self.name(ofFolder: path)))
    for file in contents.files { inputs.append(.member(path: file, naming)) }
    for host in contents.hosts {
      watch(host.path, .every)
      inputs.append(.host(host, cluster: source.cluster))
    }
  }

  private mutating func watch(_ folder: String, _ names: FolderWatcher.Names) {
    guard let known = watched[folder] else {
      watched[folder] = names
      return
    }
    if case .only(let some) = known, case .only(let others) = names {
      watched[folder] = .only(some.union(others))
    } else {
      watched[folder] = .every
    }
  }

  /// `.` and `..` have no name of their own.
  private static func name(ofFolder path: String) -> String {
    let name = FolderWatcher.lastPart(of: path)
    return name == "." || name == ".." || name == "/" ? "cluster" : name
  }
}
