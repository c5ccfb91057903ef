// Turns the bytes of a file into UTF-8, in pieces of any size.

/// Removes byte order marks and turns UTF-16 into UTF-8. UTF-8 passes unchanged and unchecked: strings repair
/// what is ill-formed when they are read, so that one bad byte costs one character.
struct TextDecoder {
  private var encoding: TextEncoding?
  /// Bytes that wait for more: the head before the encoding is known, half a UTF-16 unit after.
  private var waiting: [UInt8] = []
  private var highSurrogate: UInt16?

  /// Decodes `input` and appends the text to `output`.
  mutating func decode(_ input: ArraySlice<UInt8>, into output: inout [UInt8]) {
    if encoding == nil {
      waiting += input
      if waiting.count >= 4 { start(into: &output) }
    } else {
      continueDecoding(input, into: &output)
    }
  }

  /// Appends what waited for more.
  mutating func finish(into output: inout [UInt8]) {
    if encoding == nil, !waiting.isEmpty { start(into: &output) }
    if highSurrogate != nil || !waiting.isEmpty { Self.append(0xFFFD, to: &output) }
    highSurrogate = nil
    waiting = []
  }

  private mutating func start(into output: inout [UInt8]) {
    let (encoding, markBytes) = TextEncoding.detect(waiting[...])
    self.encoding = encoding
    let head = waiting
    waiting = []
    continueDecoding(head.dropFirst(markBytes), into: &output)
  }

  private mutating func continueDecoding(_ input: ArraySlice<UInt8>, into output: inout [UInt8]) {
    guard encoding != .utf8 else {
      output += input
      return
    }
    var rest = input
    if let half = waiting.first, let byte = rest.popFirst() {
      waiting = []
      decodeUnit(half, byte, into: &output)
    }
    while rest.count >= 2 {
      decodeUnit(rest[rest.startIndex], rest[rest.startIndex + 1], into: &output)
      rest = rest.dropFirst(2)
    }
    if let half = rest.first { waiting = [half] }
  }

  private mutating func decodeUnit(_ first: UInt8, _ second: UInt8, into output: inout [UInt8]) {
    let isLittle = encoding == .utf16LittleEndian
    let unit = isLittle ? UInt16(second) << 8 | UInt16(first) : UInt16(first) << 8 | UInt16(second)
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xDC00..<0xE000).contains(unit) {
        Self.append(0x10000 + (UInt32(high - 0xD800) << 10) + UInt32(unit - 0xDC00), to: &output)
        return
      }
      Self.append(0xFFFD, to: &output)
    }
    switch unit {
    case ..<0x80: output.append(UInt8(unit))
    case 0xD800..<0xDC00: highSurrogate = unit
    default: Self.append(UInt32(unit), to: &output)
    }
  }

  private static func append(_ value: UInt32, to output: inout [UInt8]) {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    output.append(contentsOf: Character(scalar).utf8)
  }
}
