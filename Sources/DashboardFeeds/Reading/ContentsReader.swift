import DashboardModel
enum ContentsReader {
  static func contents(of text: String) -> CredentialSpecContents { CredentialSpecContents(canonical: text) }
  static func contents(of bytes: [UInt8]) -> CredentialSpecContents { CredentialSpecContents(canonical: String(decoding: bytes, as: UTF8.self)) }
  static func inlineName(of contents: CredentialSpecContents) -> String { "inline-" + StableHash.eightDigits(StableHash.fnv1a(contents.canonical)) }
}
