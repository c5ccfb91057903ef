// The shape of a known error text: how it is recognised, what it means for a tired person, what to do next.

/// An error text whose meaning is known from the source that prints it.
public struct KnownErrorText: Hashable, Sendable {
  /// Who prints such texts.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    /// Windows' Host Compute Service and hcsshim, seen through containerd or dockerd.
    case hostComputeService = "Host Compute Service"
    /// Windows itself: event logs, nltest, CCG.
    case windows = "Windows"
    /// dockerd on a worker.
    case engine = "Docker engine"
    /// The Swarm manager or agent, or the docker command in front of it.
    case swarm = "Docker Swarm"
    /// The admission webhook windows-gmsa.
    case webhook = "windows-gmsa webhook"
    /// The Kubernetes API server, before or around admission.
    case kubernetes = "Kubernetes API server"
  }

  /// How much the text alone says.
  public enum Weight: Hashable, Sendable {
    /// It says what is wrong.
    case tells
    /// It says that a container with a credential spec failed; a number in it may say that another thing is to blame.
    case tellsUnlessNumberDoes
    /// It is printed for many reasons; only a number in it that concerns identities makes it one of ours.
    case numberTells
  }

  /// How it is recognised: the parts that do not vary, in their order, `…` between them, `|` between alternatives.
  public let pattern: String
  /// Who prints it.
  public let origin: Origin
  /// How much it says alone.
  public let weight: Weight
  /// What it means, in one sentence without a full stop.
  public let means: String
  /// The likely cause.
  public let cause: String
  /// What to check next.
  public let check: String
  /// The rule that it belongs to, such as `GMSA101`; nil where it concerns a command that somebody typed.
  public let rule: String?
  /// The code or page that prints it.
  public let source: String
  private let parts: ErrorTextPattern

  init(
    _ pattern: String, _ origin: Origin, _ weight: Weight = .tells, means: String, cause: String,
    check: String,
    rule: String?, source: String
  ) {
    self.pattern = pattern
    self.origin = origin
    self.weight = weight
    self.means = means
    self.cause = cause
    self.check = check
    self.rule = rule
    self.source = source
    parts = ErrorTextPattern(pattern)
  }

  /// Whether a text is one of these.
  func matches(_ text: FoldedText) -> Bool { parts.matches(text) }
}

/// A text from outside, prepared for matching: ASCII letters folded, at most 16 KiB of it.
struct FoldedText {
  let bytes: [UInt8]

  init(_ text: String) {
    bytes = text.utf8.prefix(16_384).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }
}

/// Parts that must stand in a text one after the other. Cost: parts times text; nothing is ever tried twice.
struct ErrorTextPattern: Hashable, Sendable {
  /// For each part its alternatives.
  private let parts: [[[UInt8]]]

  init(_ pattern: String) {
    parts = pattern.lowercased().split(separator: "…").map { part in
      part.split(separator: "|").map { Array(Self.trimmed($0).utf8) }
    }
  }

  func matches(_ text: FoldedText) -> Bool {
    var place = 0
    for alternatives in parts {
      let ends = alternatives.compactMap { Self.end(of: $0, in: text.bytes, from: place) }
      guard let end = ends.min() else { return false }
      place = end
    }
    return true
  }

  /// Where the first occurrence of a part ends; nil where there is none.
  private static func end(of part: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    guard let first = part.first, text.count - start >= part.count else { return nil }
    var place = start
    while place <= text.count - part.count {
      var matched = text[place] == first ? 1 : 0
      while matched > 0, matched < part.count, text[place + matched] == part[matched] { matched += 1 }
      if matched == part.count { return place + matched }
      place += 1
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
