// What the scaling screen keeps: the assumptions in force, and figures that are counted once a picture.

package import DashboardModel

/// The scaling screen's state.
package struct ScalingState: Sendable {
  /// What upkeep by hand is assumed to be like.
  package var assumptions = UpkeepAssumptions()
  /// What grows in the chart.
  package var growth = ScalingGrowth.hostsAlone
  /// The figures of the picture that is shown; nil until somebody looks.
  package private(set) var scaling: Scaling?
  /// Upkeep computed and simulated for these figures and assumptions; nil until somebody looks.
  package private(set) var upkeep: UpkeepComparison?

  /// Another picture is shown.
  mutating func forget() { scaling = nil }

  /// Counts and plays what is not known yet. Nothing is played again while a fleet's numbers stay as they are.
  mutating func prepare(_ picture: Picture) {
    let scaling = scaling ?? Scaling(of: picture)
    self.scaling = scaling
    let start = UpkeepStart(scaling, assumptions.policy)
    if upkeep?.start == start, upkeep?.assumptions == assumptions { return }
    upkeep = UpkeepComparison(start, assumptions)
  }
}
