// The figures that the house is measured by: `benchmarks fleet` for the picture of a large fleet, `benchmarks read FILE`
// for the reader alone, `benchmarks terminal` for the program at a real terminal. A plain program of the main package, because a package of its own sees nothing that is
// `package`, and every file feed, screen and simulation is (docs/dependencies.md weighs ordo-one/benchmark).

import DashboardFeeds
import DashboardModel
import Dispatch

@main
struct Benchmarks {
  static func main() {
    var arguments = CommandLine.arguments.dropFirst()
    switch arguments.popFirst() {
    case "fleet":
      let checks = arguments.contains("--check")
      var options = FleetBenchmark.fullSize
      let numbers = arguments.compactMap { Int($0) }
      if numbers.count == 4 {
        options = DemoOptions(
          hosts: numbers[0], services: numbers[1], credentialSpecs: numbers[2], replicas: numbers[3], speed: 0
        )
      }
      var report = FigureReport()
      report.countsProcessorTime = arguments.contains("--cpu")
      FleetBenchmark(options: options).run(&report)
      if checks && report.isOverABar { ProcessFigures.exit(1) }
    case "read":
      guard let path = arguments.popFirst() else { return usage() }
      ReadingBenchmark(path: path).run()
    case "terminal":
      do {
        guard let holds = try TerminalBenchmark.run(Array(arguments)) else { return usage() }
        if !holds { ProcessFigures.exit(1) }
      } catch {
        print("no figure: \(error)")
        ProcessFigures.exit(1)
      }
    case "tour":
      let numbers = arguments.compactMap { Int($0) }
      let size = numbers.count >= 2 ? (numbers[0], numbers[1]) : (120, 36)
      let bits = numbers.count == 3 ? Double(numbers[2]) : 100_000
      let benchmark = TourBenchmark(columns: size.0, rows: size.1, bitsASecond: bits)
      if !benchmark.run() { ProcessFigures.exit(1) }
    case "record": record(Array(arguments))
    default: usage()
    }
  }

  private static func record(_ arguments: [String]) {
    Task.detached {
      do {
        guard let holds = try await RecordBenchmark.run(arguments) else { return usage() }
        ProcessFigures.exit(holds ? 0 : 1)
      } catch {
        print("no figure: \((error as? RecordFault)?.text ?? "\(error)")")
        ProcessFigures.exit(1)
      }
    }
    dispatchMain()
  }

  private static func usage() {
    print(
      """
      benchmarks fleet [--check] [--cpu] [HOSTS SERVICES CREDSPECS REPLICAS]
                             picture and screen of a fleet, with bars; --cpu counts the processor's time, not the wall's
      benchmarks read FILE   one reading of a file, with time and memory
      benchmarks tour [COLUMNS ROWS [BITS-A-SECOND]]
                             bytes of each frame of `demo tour`; Benchmarks/tour-line plays it over such a line
      \(RecordBenchmark.usage)
      \(TerminalBenchmark.usage)
      """)
    ProcessFigures.exit(2)
  }
}
