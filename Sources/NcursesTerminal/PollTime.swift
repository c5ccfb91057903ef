// A duration as poll(2) wants it.

extension Duration {
  /// Milliseconds for poll, rounded up: else a wait for the last half millisecond would return at once, over and over.
  var pollTime: Int32 {
    let (seconds, attoseconds) = components
    let total = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: max(0, total))
  }
}
