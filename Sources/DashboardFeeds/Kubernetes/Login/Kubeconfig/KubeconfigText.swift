// The bytes of a kubeconfig, and of the small files that it names.

import StructuredText
internal import Glibc

/// Reads files of bounded size.
enum KubeconfigText {
  /// The largest file that is read, in bytes. Kubeconfigs of a few hundred clusters are smaller than 2 MiB.
  static let limit = 8 << 20

  /// A kubeconfig's text; nil where it is not there and need not be.
  static func read(_ path: String, mustExist: Bool) throws(KubeconfigFault) -> String? {
    let bytes: [UInt8]
    do throws(SystemFault) {
      bytes = try self.bytes(path)
    } catch {
      if !mustExist, error.code == ENOENT || error.code == ENOTDIR { return nil }
      throw .unreadable(path: path, code: error.code)
    }
    if bytes.count > limit { throw .tooLarge(path: path, limit: limit) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  /// A file that a kubeconfig names: a certificate, a key, a token.
  static func contents(_ file: KubeconfigFileName) throws(KubeconfigFault) -> [UInt8] {
    do throws(SystemFault) {
      return try bytes(file.path)
    } catch {
      throw .missingFile(file.place, key: file.key, path: file.path, code: error.code)
    }
  }

  /// The bytes of a file, up to one more than the limit at least.
  private static func bytes(_ path: String) throws(SystemFault) -> [UInt8] {
    try DecodedText.beginning(of: FileByteSource(path: path), limit: limit)
  }
}
