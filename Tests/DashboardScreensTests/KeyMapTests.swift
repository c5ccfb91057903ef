// Keys that the config moves, and what may not be moved.

import DashboardScreens
import TerminalCanvas
import Testing

@Suite("Keys")
struct KeyMapTests {
  @Test("a remapped key runs its command, and the old one nothing")
  func remaps() throws {
    let keys = try KeyMap(remapping: ["findings": ["F"]])
    #expect(keys.command(for: "F", on: .matrix)?.name == "findings")
    #expect(keys.command(for: "f", on: .matrix) == nil)
    #expect(keys.name(of: "findings") == "F")
  }

  @Test("a command without a key is still found by name")
  func unbinds() throws {
    let keys = try KeyMap(remapping: ["findings": []])
    #expect(keys.name(of: "findings") == ":findings")
  }

  @Test("two commands on one key of one screen are a conflict, and a wrong name has a nearest one")
  func tellsFaults() {
    #expect(throws: KeyMapFault.self) { try KeyMap(remapping: ["findings": ["j"]]) }
    #expect(
      KeyMap.faults(in: ["findigs": ["F"]]) == [.unknownCommand("findigs", nearest: "findings")])
    #expect(KeyMap.faults(in: ["findings": ["ctrl-s"]]) == [.reserved(.control("s"), command: "findings")])
    #expect(
      KeyMap.faults(in: ["findings": ["j"]]).contains { if case .conflict = $0 { true } else { false } })
  }

  @Test("the table's own keys have no fault, and none is one that terminals keep")
  func standardHolds() {
    #expect(KeyMap.faults(in: [:]).isEmpty)
    #expect(CommandTable.all.flatMap(\.keys).allSatisfy { !KeyMap.reserved.contains($0) })
  }
}
