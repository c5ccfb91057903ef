// The sample that golden reports and golden screens are drawn from must keep showing everything there is to
// show.

import DashboardModel
import DashboardTesting
import Testing

@Suite struct SampleTests {
  @Test("the sample shows every state of each face", arguments: Face.allCases)
  func everyState(face: Face) {
    var counts = StateCounts()
    for row in Picture.sample.matrix(face).rowCounts { counts.add(row) }
    for state in face.states { #expect(counts[state] > 0, "\(state.word) is nowhere in \(face.title)") }
  }
}
