// What a failing replica's words mean: a known text, and the number in it.

/// A known error text with the number that it carries.
struct RuntimeFault: Hashable, Sendable {
  let known: KnownErrorText
  /// The number that tells most; nil where the text has none.
  let code: WindowsErrorCode?

  /// Nil where nothing in the text is known to concern credential specs.
  init?(in text: String) {
    guard let known = KnownErrorTexts.first(in: text) else { return nil }
    let codes = known.weight == .tells ? [] : ErrorNumbers.found(in: text)
    let code = codes.first { $0.meaning?.concernsIdentity == true } ?? codes.first
    switch known.weight {
    case .tells: break
    case .tellsUnlessNumberDoes: if let meaning = code?.meaning, !meaning.concernsIdentity { return nil }
    case .numberTells: if code?.meaning?.concernsIdentity != true { return nil }
    }
    self.known = known
    self.code = code
  }

  /// What it means, for the end of a sentence: `0xC0020017, the RPC server is unavailable; likely cause: …`.
  var words: String {
    guard let code else { return "\(known.means); likely cause: \(Self.firstClause(known.cause))" }
    guard let meaning = code.meaning else {
      return "\(known.means): winapi error \(code.value), \(code.name), is not a known code (\(code.bits[0]))"
    }
    let cause = Self.firstClause(meaning.cause ?? known.cause)
    return "Windows could not create the container: \(code.name), \(meaning.means); likely cause: \(cause)"
  }

  /// The same fault elsewhere has the same key.
  var key: String { "\(known.pattern) \(code?.carried ?? 0)" }

  private static func firstClause(_ text: String) -> String {
    String(text.prefix { $0 != ";" })
  }
}

/// Reads faults, each shape of text once: a service's replicas differ by their container ids alone.
struct RuntimeFaultReader {
  private var known: [[UInt8]: RuntimeFault?] = [:]

  mutating func fault(in text: String) -> RuntimeFault? {
    if text.isEmpty { return nil }
    let shape = Self.shape(of: text)
    if let fault = known[shape] { return fault }
    let fault = RuntimeFault(in: text)
    known[shape] = .some(fault)
    return fault
  }

  /// The text without words too long for a number or a word: ids of containers, tasks and sandboxes.
  private static func shape(of text: String) -> [UInt8] {
    var shape: [UInt8] = []
    var wordStart = 0
    for byte in text.utf8 {
      shape.append(byte)
      let isWord =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      if isWord { continue }
      let length = shape.count - 1 - wordStart
      if length > 20 { shape.removeSubrange(wordStart..<shape.count - 1) }
      wordStart = shape.count
    }
    return shape
  }
}
