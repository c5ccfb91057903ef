// Reads values out of a kubeconfig's tree: each key with the type that it must have, each fault with its place.

import StructuredText
import Transport

/// The reading of one file.
struct KubeconfigReading {
  let path: String

  /// Where a node stands.
  func place(_ node: DocumentNode) -> KubeconfigPlace { KubeconfigPlace(path, node) }

  /// The entries of a list such as `clusters`, by name.
  func entries<Entry>(
    _ root: DocumentNode, _ list: String, _ kind: KubeconfigKind,
    _ read: (DocumentNode, KubeconfigPlace) throws(KubeconfigFault) -> Entry
  ) throws(KubeconfigFault) -> [String: Entry] {
    guard let node = root[list], !node.isNull else { return [:] }
    guard let elements = node.elements else {
      throw .unexpected(place(node), key: list, expected: "a list of \(list)")
    }
    var entries: [String: Entry] = [:]
    for element in elements {
      guard element.members != nil else {
        throw .unexpected(place(element), key: list, expected: "a \(kind.rawValue) with its name")
      }
      guard let name = try text(element, "name") else {
        throw .unexpected(place(element), key: "\(list).name", expected: "the \(kind.rawValue)'s name")
      }
      if entries[name] != nil { throw .duplicate(place(element), kind: kind, name: name) }
      let body = element[kind.rawValue] ?? DocumentNode.empty(at: element.place)
      guard body.members != nil || body.isNull else {
        throw .unexpected(place(body), key: "\(list).\(kind.rawValue)", expected: "a mapping")
      }
      entries[name] = try read(body, place(body))
    }
    return entries
  }

  /// A text; nil where it is absent or empty, which mean the same to kubectl.
  func text(_ node: DocumentNode, _ key: String) throws(KubeconfigFault) -> String? {
    guard let value = node[key], !value.isNull else { return nil }
    guard let text = value.string else { throw .unexpected(place(value), key: key, expected: "a text") }
    return text.isEmpty ? nil : text
  }

  /// A secret text.
  func secret(_ node: DocumentNode, _ key: String) throws(KubeconfigFault) -> SecretText? {
    try text(node, key).map(SecretText.init)
  }

  /// True or false; false where it is absent.
  func truth(_ node: DocumentNode, _ key: String) throws(KubeconfigFault) -> Bool {
    guard let value = node[key], !value.isNull else { return false }
    guard let truth = value.bool else {
      throw .unexpected(place(value), key: key, expected: "true or false, without quotes")
    }
    return truth
  }

  /// Bytes that stand as base64.
  func base64(_ node: DocumentNode, _ key: String) throws(KubeconfigFault) -> [UInt8]? {
    guard let text = try text(node, key), let value = node[key] else { return nil }
    guard let bytes = Base64.decoded(text) else {
      throw .unexpected(place(value), key: key, expected: "base64 without a break")
    }
    return bytes.isEmpty ? nil : bytes
  }

  /// The name of a file.
  func file(_ node: DocumentNode, _ key: String) throws(KubeconfigFault) -> KubeconfigFileName? {
    guard let text = try text(node, key), let value = node[key] else { return nil }
    return KubeconfigFileName(key: key, path: resolved(text), place: place(value))
  }

  /// A path that starts at the file's folder. Source: client-go tools/clientcmd/loader.go, ResolvePaths.
  func resolved(_ path: String) -> String {
    if path.hasPrefix("/") { return path }
    let folder = FolderWatcher.parent(of: self.path)
    return folder == "." ? path : folder == "/" ? "/\(path)" : "\(folder)/\(path)"
  }

  /// A list of texts; empty where it is absent.
  func texts(_ node: DocumentNode, _ key: String) throws(KubeconfigFault) -> [String] {
    guard let value = node[key], !value.isNull else { return [] }
    guard let elements = value.elements else {
      throw .unexpected(place(value), key: key, expected: "a list of texts")
    }
    var texts: [String] = []
    for element in elements {
      guard let text = element.string else {
        throw .unexpected(place(element), key: key, expected: "a text")
      }
      texts.append(text)
    }
    return texts
  }
}

extension DocumentNode {
  /// An entry whose body is not there.
  fileprivate static func empty(at place: TextPlace) -> DocumentNode {
    DocumentNode(content: .mapping([]), place: place)
  }
}
