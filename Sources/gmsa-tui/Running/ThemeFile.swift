// A theme file of the operator's own: where it lies, its bytes, and the words of what is wrong with it.

import DashboardScreens
import Glibc
import StructuredText
import TerminalCanvas

/// A theme file, by its path.
struct ThemeFile {
  /// The largest theme that is read, in bytes; the built-in ones have two thousand.
  static let limit = 1 << 18

  let path: String

  /// The name by which it is chosen from its folder.
  var name: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(Self.ending) ? String(file.dropLast(Self.ending.count)) : file
  }

  private static let ending = ".yaml"

  /// The themes that lie in a folder, by name; none where there is no such folder.
  static func all(in folder: String) -> [ThemeFile] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(ending), !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().map { ThemeFile(path: "\(folder)/\($0)") }
  }

  /// What it says. The fault names file, line and column.
  func sheet() throws(UsageFault) -> ThemeSheet {
    do {
      var sheet = try ThemeParser.parse(try text())
      sheet.name = name
      return sheet
    } catch let fault as ThemeFault {
      throw .text("\(shownPath):\(fault.line):\(fault.column): \(fault.reason)")
    } catch let fault as SystemFault {
      throw .text("\(shownPath): the theme cannot be read: \(String(cString: strerror(fault.code)))")
    } catch {
      throw .text("\(shownPath): this is no theme: it is larger than \(Self.limit / 1024) KiB, or no UTF-8")
    }
  }

  private var shownPath: String { DisplayText(path).text }

  /// Neither text nor small enough to be a theme.
  private struct NoText: Error {}

  private func text() throws -> String {
    let bytes = try ConfigFile.bytes(path)
    if bytes.count > Self.limit { throw NoText() }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw NoText() }
    return text
  }
}
