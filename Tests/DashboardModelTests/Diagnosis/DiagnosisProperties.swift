// What holds for the diagnosis of every cell of every fleet.

import DashboardModel
import DashboardTesting
import Testing

@Suite("Every diagnosis")
struct DiagnosisProperties {
  /// Every cell of every face with its diagnosis.
  private static func diagnoses(seed: Int) -> [(state: CellState, diagnosis: Diagnosis)] {
    var random = SeededRandom(seed: seed)
    let picture = Fleet.random(&random).picture
    return Face.allCases.flatMap { face in
      let matrix = picture.matrix(face)
      return (0..<matrix.rows).flatMap { row in
        (0..<matrix.columns).compactMap { column in
          picture.diagnosis(row: row, column: column, of: face).map { (matrix[row, column].state, $0) }
        }
      }
    }
  }

  @Test("asks every question once, in order, and never says that the sign-on works", arguments: 0..<60)
  func asksAll(seed: Int) {
    for (_, diagnosis) in Self.diagnoses(seed: seed) {
      #expect(diagnosis.steps.map(\.question) == CheckQuestion.allCases)
      #expect(diagnosis.steps.last?.result == .notVisible)
      #expect(!diagnosis.verdict.isEmpty)
    }
  }

  @Test("fails at most one check; what does not hold after it follows from it", arguments: 0..<60)
  func failsOnce(seed: Int) {
    for (state, diagnosis) in Self.diagnoses(seed: seed) {
      let failures = diagnosis.steps.filter { $0.result == .failed }
      #expect(failures.count <= 1)
      for step in diagnosis.steps {
        if case .follows(let question) = step.result {
          #expect(question == failures.first?.question)
          #expect(question < step.question)
        }
      }
      let isQuiet = [.blank, .eligible, .overDistributed, .overGranted].contains(state)
      if let failure = failures.first, !isQuiet { #expect(diagnosis.verdict == failure.sentence) }
    }
  }

  @Test(
    "fails a check where a cell is missing, denied, dangling, undelivered, failing or stale",
    arguments: 0..<60)
  func failsWhereItHurts(seed: Int) {
    for (state, diagnosis) in Self.diagnoses(seed: seed) where state.severity == .critical || state == .stale
    {
      #expect(diagnosis.failure != nil, "\(state): \(diagnosis.verdict)")
    }
  }

  @Test("does not call a cell in order where it is unverified", arguments: 0..<60)
  func unverifiedIsNotFine(seed: Int) {
    for (state, diagnosis) in Self.diagnoses(seed: seed) where state == .unverified {
      let open = diagnosis.steps.contains { $0.result == .unknown || $0.result == .failed }
      #expect(open, "\(diagnosis.verdict)")
    }
  }

  @Test(
    "fails no check where a cell is deployed, in use or running, save what a critical rule says",
    arguments: 0..<60)
  func noFalseAlarm(seed: Int) {
    for (state, diagnosis) in Self.diagnoses(seed: seed) where [.deployed, .inUse].contains(state) {
      guard let failure = diagnosis.failure else { continue }
      #expect(
        failure.findings.contains { $0.severity == .critical } || failure.question == .runtime,
        "\(failure.sentence)\(diagnosis.steps.map { ($0.question, $0.result) })")
    }
  }
}
