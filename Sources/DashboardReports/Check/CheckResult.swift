// What a check comes to: which findings count, what could not be judged, and the verdict that is the exit code.

package import DashboardModel

/// The result of checking a picture.
package struct CheckResult: Sendable {
  /// What a check says in one word.
  package enum Verdict: String, Sendable {
    /// No finding counts, and everything that the picture needs was read.
    case fine
    /// At least one finding is as bad as was asked for.
    case problems
    /// No finding counts, and not everything could be judged: it cannot be vouched for.
    case partial

    /// The exit code. Source: interface.md section 1.
    package var exitCode: Int32 {
      switch self {
      case .fine: 0
      case .problems: 1
      case .partial: 5
      }
    }
  }

  /// The picture.
  package let picture: Picture
  /// The least severity that counts.
  package let failOn: Severity
  /// The moment of the check.
  package let now: Timestamp
  /// Whether output must be ASCII.
  package let isASCII: Bool
  /// Whether a source could not be read as a whole.
  package let isReadInPart: Bool

  /// The check of a picture.
  package init(
    _ picture: Picture, failOn: Severity, isReadInPart: Bool, isASCII: Bool = false, now: Timestamp
  ) {
    self.picture = picture
    self.failOn = failOn
    self.isReadInPart = isReadInPart
    self.isASCII = isASCII
    self.now = now
  }

  /// Whether a finding counts.
  package func counts(_ finding: Finding) -> Bool { finding.severity <= failOn }

  /// How many findings count.
  package var countingFindings: Int { picture.findings.count(where: counts) }

  /// Cells of the first face of which nobody has told.
  package var unverifiedCells: Int { picture.figures.unverified }

  /// The verdict. What could not be judged is never called fine.
  package var verdict: Verdict {
    if countingFindings > 0 { return .problems }
    let isPartial =
      isReadInPart || unverifiedCells > 0 || picture.findings.contains { $0.card.id == "GMSA801" }
    return isPartial ? .partial : .fine
  }

  /// One sentence: the counts, and what could not be judged.
  package var summary: String {
    let counts = Severity.allCases.compactMap { severity -> String? in
      let count = picture.findings.count { $0.severity == severity }
      return count == 0 ? nil : "\(NumberText.grouped(count)) \(severity.rawValue)"
    }
    var parts = [counts.isEmpty ? "no finding" : counts.joined(separator: ", ")]
    let causes = picture.causes.count
    if causes < picture.findings.count {
      parts[0] += " of \(causes == 1 ? "1 cause" : "\(NumberText.grouped(causes)) causes")"
    }
    parts += picture.muteNotes
    if unverifiedCells > 0 {
      parts.append(
        "\(NumberText.grouped(unverifiedCells)) \(unverifiedCells == 1 ? "cell" : "cells") unverified")
    }
    if isReadInPart { parts.append("not all sources could be read") }
    return parts.joined(separator: "; ")
  }
}
