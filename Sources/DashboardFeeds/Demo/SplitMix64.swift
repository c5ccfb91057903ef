// Random numbers that a seed fixes, so that one seed always tells the same story.

/// SplitMix64: a 64-bit counter, mixed. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators".
struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number from 0 up to `count`, which is at least 1. Slightly uneven for huge counts, which no demo has.
  mutating func index(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// A number of a closed range.
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + index(below: range.count)
  }

  /// True once in `count` times on average.
  mutating func oneIn(_ count: Int) -> Bool { index(below: count) == 0 }

  /// Text of `length` characters out of an alphabet of ASCII characters, at most 24 long.
  mutating func text(of length: Int, from alphabet: StaticString) -> String {
    let letters = UnsafeBufferPointer(start: alphabet.utf8Start, count: alphabet.utf8CodeUnitCount)
    var bits = next()
    return String(unsafeUninitializedCapacity: length) { buffer in
      for place in 0..<length {
        // Twelve letters are about what one word of randomness holds.
        if place == 12 { bits = next() }
        let (high, low) = bits.multipliedFullWidth(by: UInt64(letters.count))
        buffer[place] = letters[Int(high)]
        bits = low
      }
      return length
    }
  }
}
