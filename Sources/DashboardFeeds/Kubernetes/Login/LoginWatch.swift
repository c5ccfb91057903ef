// Tells when the kubeconfig or a file that it names was written anew, so that a feed that waits can try at once.

/// Watches the files of a login.
enum LoginWatch {
  /// An element for each change, until the reader ends. Changes that nobody has read yet are one.
  static func changes(of origin: LoginOrigin) -> AsyncStream<Void> {
    AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
      let (stop, bell) = (StopSignal(), Bell())
      continuation.onTermination = { _ in stop.signal() }
      ReadingThread.start {
        let watcher = FolderWatcher()
        watcher?.watch(folders(of: origin))
        while watcher?.waitForChange(stop, or: bell) == true {
          watcher?.watch(folders(of: origin))
          continuation.yield()
        }
        continuation.finish()
      }
    }
  }

  /// The folders with the names that matter in each.
  private static func folders(of origin: LoginOrigin) -> [String: FolderWatcher.Names] {
    let files = origin.files + ((try? origin.plan())?.files.map(\.path) ?? [])
    var folders: [String: Set<String>] = [:]
    for file in files {
      folders[FolderWatcher.parent(of: file), default: []].insert(FolderWatcher.lastPart(of: file))
    }
    // A mounted secret is replaced by a link of its folder beside it.
    return folders.mapValues { .only($0.union(["..data"])) }
  }
}
