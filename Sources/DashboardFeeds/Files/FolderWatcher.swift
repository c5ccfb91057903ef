// Tells when files or folders change, by inotify. Folders are watched, not files, so that a file that is replaced by
// rename, vanishes or comes back is seen too.

internal import Glibc

/// Watches folders for changes of any of the names that matter.
final class FolderWatcher {
  /// What is watched in a folder.
  enum Names: Equatable {
    case every
    case only(Set<String>)
  }

  private let descriptor: Int32
  private var namesByWatch: [Int32: Names] = [:]
  private var watchByFolder: [String: Int32] = [:]
  private let mask =
    UInt32(IN_CLOSE_WRITE) | UInt32(IN_MODIFY) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM)
    | UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_ATTRIB) | UInt32(IN_DELETE_SELF)
    | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR)

  /// Nil where the system gives no inotify instance (limit of the user).
  init?() {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Watches exactly these folders from now on. A folder that is not there is watched through the nearest one above.
  func watch(_ folders: [String: Names]) {
    var wanted: [String: Names] = [:]
    for (folder, names) in folders { Self.add(folder, names, to: &wanted) }
    for (folder, watch) in watchByFolder where wanted[folder] == nil {
      inotify_rm_watch(descriptor, watch)
      watchByFolder[folder] = nil
    }
    // Watches are told apart by inode: two paths of one folder have one watch, whose names are joined.
    var byWatch: [Int32: Names] = [:]
    for (folder, names) in wanted {
      // Again also for known folders: the folder of that name may be another one now.
      let watch = inotify_add_watch(descriptor, folder, mask)
      guard watch >= 0 else { continue }
      watchByFolder[folder] = watch
      byWatch[watch] = byWatch[watch].map { Self.joined($0, names) } ?? names
    }
    namesByWatch = byWatch
  }

  private static func add(_ folder: String, _ names: Names, to wanted: inout [String: Names]) {
    var folder = folder
    var names = names
    while (try? FileStamp(path: folder))?.kind != .folder, folder != "/", folder != "." {
      names = .only([lastPart(of: folder)])
      folder = parent(of: folder)
    }
    wanted[folder] = wanted[folder].map { joined($0, names) } ?? names
  }

  private static func joined(_ left: Names, _ right: Names) -> Names {
    guard case .only(let some) = left, case .only(let others) = right else { return .every }
    return .only(some.union(others))
  }

  /// Waits until something that matters has changed and a pause has come, or the bell rings; false when `stop` is
  /// signalled.
  func waitForChange(_ stop: StopSignal, or bell: Bell) -> Bool {
    var pending: Pending?
    while !stop.isSignalled {
      var polled = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stop.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      // A writer that has closed the file is done; one that has not may only be pausing.
      let timeout: Int32 = pending.map { $0 == .closed ? 30 : 500 } ?? -1
      let count = poll(&polled, nfds_t(polled.count), timeout)
      if count < 0, errno != EINTR { return false }
      if bell.isRung { return !stop.isSignalled }
      if count == 0, pending != nil { return true }
      if polled[0].revents != 0, let seen = drain() { pending = seen }
    }
    return false
  }

  /// What the newest events say of a writer.
  private enum Pending { case closed, writing }

  /// Reads all events that wait; nil where none of them matters.
  private func drain() -> Pending? {
    var pending: Pending?
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return pending }
      buffer.withUnsafeBytes { bytes in
        var offset = 0
        let header = MemoryLayout<inotify_event>.size
        while offset + header <= count {
          let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let end = min(count, offset + header + Int(event.len))
          if concerns(event, bytes[(offset + header)..<end]) {
            pending = event.mask & UInt32(IN_MODIFY | IN_CREATE) != 0 ? .writing : .closed
          }
          offset = end
        }
      }
    }
  }

  private func concerns(_ event: inotify_event, _ name: Slice<UnsafeRawBufferPointer>) -> Bool {
    // Overflow, or the folder itself: anything may have changed.
    guard event.wd >= 0, !name.isEmpty else { return event.mask & UInt32(IN_IGNORED) == 0 }
    switch namesByWatch[event.wd] {
    case nil: return false
    case .every?: return true
    case .only(let names)?: return names.contains(String(decoding: name.prefix { $0 != 0 }, as: UTF8.self))
    }
  }

  /// The folder that a path stands in.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  static func lastPart(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }
}
