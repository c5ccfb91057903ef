// The table of semantics.md, face 1: every pair of demand and supply decides one cell.

import DashboardModel
import DashboardTesting
import Testing

@Suite("The table of demand and supply")
struct DemandAndSupplyTests {
  /// One row of the table for a host delivery, columns: current, present, stale, stale identity, absent, unknown.
  struct TableRow: Sendable, CustomTestStringConvertible {
    let demand: Demand
    let states: [CellState]
    var testDescription: String { "\(demand)" }
  }

  static let supplies: [Supply] = [.current, .present, .stale, .staleIdentity, .absent, .unknown]

  static let hostDeliveries = [
    TableRow(demand: .running, states: [.deployed, .deployed, .stale, .stale, .missing, .unverified]),
    TableRow(demand: .eligible, states: [.standby, .standby, .stale, .stale, .atRisk, .unverified]),
    TableRow(
      demand: .none,
      states: [.overDistributed, .overDistributed, .overDistributed, .overDistributed, .blank, .blank]),
    TableRow(demand: .untold, states: [.unverified, .unverified, .unverified, .unverified, .blank, .blank]),
    TableRow(
      demand: .eligibilityUnknown,
      states: [.unverified, .unverified, .unverified, .unverified, .unverified, .unverified]),
  ]

  static let orchestrated = [
    TableRow(demand: .running, states: [.deployed, .deployed, .stale, .stale, .missing, .unverified]),
    TableRow(
      demand: .eligible, states: [.eligible, .eligible, .eligible, .eligible, .eligible, .unverified]),
    TableRow(
      demand: .none,
      states: [.overDistributed, .overDistributed, .overDistributed, .overDistributed, .blank, .blank]),
  ]

  @Test("files and registry values must lie on a host before a replica starts", arguments: hostDeliveries)
  func hostDelivery(_ row: TableRow) {
    for delivery in [Delivery.hostFile, .hostRegistry] {
      #expect(
        Self.supplies.map { Cell(demand: row.demand, supply: $0, delivery: delivery).state } == row.states)
    }
  }

  @Test("what an orchestrator delivers needs nothing in advance", arguments: orchestrated)
  func orchestratedDelivery(_ row: TableRow) {
    for delivery in [Delivery.swarmConfig, .customResource, .inline] {
      #expect(
        Self.supplies.map { Cell(demand: row.demand, supply: $0, delivery: delivery).state } == row.states)
    }
  }

  @Test("contents that were not seen are flagged wherever a copy is shown")
  func notCompared() {
    for demand in [Demand.running, .eligible, .none] {
      #expect(Cell(demand: demand, supply: .present, delivery: .hostFile).isNotCompared)
      #expect(!Cell(demand: demand, supply: .current, delivery: .hostFile).isNotCompared)
    }
  }

  @Test("stale contents are a warning, of another identity critical")
  func severityOfStale() {
    #expect(Cell(demand: .running, supply: .stale, delivery: .hostFile).severity == .warning)
    #expect(Cell(demand: .running, supply: .staleIdentity, delivery: .hostFile).severity == .critical)
  }
}
