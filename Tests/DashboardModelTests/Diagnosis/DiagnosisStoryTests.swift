// Diagnoses of stories' cells: what a cell's chain says is about its own service, and fails where the root cause bites.

import DashboardModel
import DashboardTesting
import Testing

@Suite("Diagnoses of stories")
struct DiagnosisStoryTests {
  /// The diagnoses of the cells in a state.
  private func diagnoses(_ story: String, _ face: Face, _ state: CellState) -> [Diagnosis] {
    let picture = Story(name: story).picture
    let matrix = picture.matrix(face)
    return (0..<matrix.rows).flatMap { row in
      matrix.columns(inRow: row) { $0.state == state }.compactMap {
        picture.diagnosis(row: row, column: $0, of: face)
      }
    }
  }

  @Test("what other services hold is no step of a service that does not ask for it")
  func stranger() {
    let found = diagnoses("alone.301-right-that-nobody-uses", .serviceByCredentialSpec, .overGranted)
    #expect(!found.isEmpty)
    for diagnosis in found {
      for step in diagnosis.steps where [.handedOver, .contents].contains(step.question) {
        #expect(step.result == .notNeeded)
        #expect(step.evidence.isEmpty)
      }
    }
  }

  @Test("a sandbox that cannot be made fails the runtime's check, in the words of the event")
  func sandbox() {
    let found = diagnoses(
      "alone.604-sandbox-fails-and-only-an-event-says-so", .serviceByHost, .starting)
    #expect(found.count == 1)
    let failure = found.first?.failure
    #expect(failure?.question == .runtime)
    #expect(failure?.evidence.first?.field == "FailedCreatePodSandBox")
    #expect(found.first?.moments.contains { $0.words.contains("FailedCreatePodSandBox") } == true)
  }

  @Test("stale contents are shown by the members that differ")
  func stale() {
    let found = diagnoses("alone.204-somebody-changed-the-domain", .credentialSpecByHost, .stale)
    #expect(!found.isEmpty)
    for diagnosis in found {
      #expect(diagnosis.failure?.evidence.first?.field == "DomainJoinConfig.Sid")
    }
  }
}
