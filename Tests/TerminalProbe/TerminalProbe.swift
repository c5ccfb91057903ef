// A program that shows what happens at its terminal: what the tests of NcursesTerminal run in a real one.

import Glibc
import NcursesTerminal
import TerminalCanvas

@main
struct TerminalProbe {
  static func main() {
    do throws(TerminalError) {
      let terminal = try Terminal(TerminalOptions(crashNotice: "crash notice\r\n"))
      var probe = Probe(terminal: terminal)
      let status = probe.run()
      terminal.close()
      exit(status)
    } catch {
      print("no terminal: \(error)")
      exit(2)
    }
  }
}
