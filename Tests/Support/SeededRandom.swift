// Random numbers that a seed fixes, so that a failing property names the case that breaks it.

import DashboardModel

/// The model's generator, from the whole numbers that properties take as arguments.
package struct SeededRandom: RandomNumberGenerator, Sendable {
  private var generator: SplitMix64

  package init(seed: Int) {
    generator = SplitMix64(seed: UInt64(bitPattern: Int64(seed)) &* 0xD134_2543_DE82_EF95 &+ 1)
  }

  package mutating func next() -> UInt64 { generator.next() }
}
