// Where the config lies, and its text.

import DashboardFeeds
import Glibc
import StructuredText

/// A place where a config may lie.
struct ConfigFile: Hashable, Sendable {
  /// The largest config that is read, in bytes.
  static let limit = 1 << 20

  let path: String
  /// The flag or variable that names it; nil for the usual place, where nothing need be.
  let namedBy: String?

  /// The file that a flag or GMSA_TUI_CONFIG names, else the one in the XDG folder, else in ~/.config; nil where there
  /// is no home either. A relative XDG folder does not count. Source: XDG Base Directory Specification 0.8.
  init?(flag: String?, environment: Environment) {
    if let flag {
      self.init(path: flag, namedBy: "--config")
    } else if let path = environment["GMSA_TUI_CONFIG"] {
      self.init(path: path, namedBy: "GMSA_TUI_CONFIG")
    } else if let folder = Self.folder(environment) {
      self.init(path: folder + "/config.yaml", namedBy: nil)
    } else {
      return nil
    }
  }

  init(path: String, namedBy: String?) {
    self.path = path
    self.namedBy = namedBy
  }

  /// The folder of this program's config and themes; nil where there is no home.
  static func folder(_ environment: Environment) -> String? {
    if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") { return base + "/gmsa-tui" }
    return environment["HOME"].map { $0 + "/.config/gmsa-tui" }
  }

  /// The folder that it lies in.
  var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Its text; nil where nothing lies at the usual place.
  func text() throws(ConfigError) -> String? {
    let bytes: [UInt8]
    do throws(SystemFault) {
      bytes = try Self.bytes(path)
    } catch {
      if namedBy == nil, error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw .unreadable(path: path, namedBy: namedBy ?? "the usual place", code: error.code)
    }
    if bytes.count > Self.limit { throw .tooLarge(path: path, limit: Self.limit) }
    // PowerShell writes UTF-16 where it redirects.
    return String(decoding: DecodedText(bytes).bytes, as: UTF8.self)
  }

  /// The bytes of a file, up to one more than the limit at least.
  static func bytes(_ path: String) throws(SystemFault) -> [UInt8] {
    try DecodedText.beginning(of: FileByteSource(path: path), limit: limit)
  }
}
