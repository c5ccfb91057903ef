// `benchmarks terminal`: the program at a real terminal, as Benchmarks/terminal starts it.

/// Chooses what is measured.
enum TerminalBenchmark {
  static let usage = """
    benchmarks terminal keys PROGRAM BARE SCRATCH [COLUMNSxROWS…]   each key beside bare ncurses that shows the same frames
    benchmarks terminal sizes PROGRAM [COUNT]                       memory before and after a storm of sizes
    benchmarks terminal fuzz PROGRAM [SEEDS] [BYTES]                garbage at the keyboard; for a sanitizer's build too
    benchmarks terminal idle PROGRAM [RUNS] [SECONDS]               time to the first screen, wake-ups when nobody types
    """

  /// Measures; false where a bar does not hold, nil where the words are none of ours.
  static func run(_ words: [String]) throws -> Bool? {
    let rest = Array(words.dropFirst())
    func number(_ place: Int, _ usual: Int) -> Int {
      rest.indices.contains(place) ? Int(rest[place]) ?? usual : usual
    }
    guard let kind = words.first, let program = rest.first else { return nil }
    switch kind {
    case "keys" where rest.count >= 3:
      var holds = true
      for size in rest.count > 3 ? Array(rest.dropFirst(3)) : ["120x36", "200x60"] {
        let sides = size.split(separator: "x").compactMap { Int($0) }
        guard sides.count == 2 else { return nil }
        let benchmark = KeyBenchmark(
          program: .dashboard(program), bare: rest[1], columns: sides[0], rows: sides[1], scratch: rest[2])
        if try !benchmark.run() { holds = false }
      }
      return holds
    case "sizes": return try SizeBenchmark(program: .dashboard(program), count: number(1, 1_000)).run()
    case "fuzz":
      let small = ProgramUnderTest.dashboard(program, hosts: 40, services: 24, credspecs: 16)
      return try FuzzBenchmark(program: small, seeds: number(1, 50), bytes: number(2, 100_000)).run()
    case "idle":
      let small = ProgramUnderTest.dashboard(program, hosts: 40, services: 24, credspecs: 16)
      try IdleBenchmark(program: small, runs: number(1, 21), seconds: number(2, 10)).run()
      return true
    default: return nil
    }
  }
}
