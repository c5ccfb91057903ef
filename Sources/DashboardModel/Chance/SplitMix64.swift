// Random numbers that a seed fixes, so that one seed always tells the same story.

/// SplitMix64: a 64-bit counter, mixed. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators".
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// A generator that always draws the same numbers from one seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number from 0 up to `count`, which is at least 1. Slightly uneven for huge counts, which no demo has.
  public mutating func index(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// A number of a closed range.
  public mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + index(below: range.count)
  }

  /// True once in `count` times on average.
  public mutating func oneIn(_ count: Int) -> Bool { index(below: count) == 0 }

  /// Text of `length` characters out of an alphabet of ASCII characters, at most 24 long.
  public mutating func text(of length: Int, from alphabet: StaticString) -> String {
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

  /// A number from 0 up to 1, 1 left out, in steps of 2 to the power of -53.
  public mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// True with a chance from 0 to 1.
  public mutating func happens(_ chance: Double) -> Bool { fraction() < chance }

  /// How many of `count` independent things happen, each with the same chance. Linear in the count.
  public mutating func count(of count: Int, happeningWith chance: Double) -> Int {
    if count <= 0 || chance <= 0 { return 0 }
    if chance >= 1 { return count }
    var happened = 0
    for _ in 0..<count where happens(chance) { happened += 1 }
    return happened
  }

  /// A whole number that is `mean` on average: its floor, or one more. For means of 0 and above.
  public mutating func rounded(_ mean: Double) -> Int {
    let floor = mean.rounded(.down)
    return Int(floor) + (happens(mean - floor) ? 1 : 0)
  }
}
