// A diff for programs: every cell with both states. docs/formats/diff.schema.json is its contract.

import DashboardModel
import StructuredText

enum JSONDiff: DiffWriting {
  /// Rises when the shape changes in a way that a reader must know.
  static let version = 1

  static func write(_ report: DiffReport, to target: inout some TextOutputStream) {
    let diff = report.diff
    var json = JSONWriter(target, quoting: JSONReport.quoting(isASCII: report.isASCII))
    json.object { json in
      json.member("format", "gmsa-tui-diff")
      json.member("version", version)
      json.member("comparedAt", report.now.text)
      json.member("differs", !diff.isEmpty)
      json.member("isPartial", report.isReadInPart)
      write("before", report.beforeName, diff.before, &json)
      write("after", report.afterName, diff.after, &json)
      json.key("pairs")
      json.array { json in
        for pair in diff.pairing.renamed {
          json.object { json in
            json.member("before", pair.before.text)
            json.member("after", pair.after.text)
          }
        }
      }
      write("appeared", diff.appeared, &json)
      write("vanished", diff.vanished, &json)
      json.key("cells")
      json.array { json in for change in diff.cells { write(change, &json) } }
      json.member("quietCells", diff.quietCellCount)
      json.key("findings")
      json.array { json in for change in diff.findings { write(change, &json) } }
    }
    target = json.target
    target.write("\n")
  }

  private static func write<T>(
    _ key: String, _ name: String, _ side: DiffSide, _ json: inout JSONWriter<T>
  ) {
    json.key(key)
    json.object { json in
      json.member("source", name)
      json.member("observedAt", side.picture.snapshot.observedAt?.text)
      json.key("clusters")
      json.array { json in for cluster in side.clusters { json.value(cluster.text) } }
      json.key("figures")
      json.figures(side.figures)
    }
  }

  private static func write<T>(_ key: String, _ subjects: [Subject], _ json: inout JSONWriter<T>) {
    json.key(key)
    json.array { json in for subject in subjects { json.subject(subject) } }
  }

  private static func write<T>(_ change: CellChange, _ json: inout JSONWriter<T>) {
    json.object { json in
      json.member("face", change.face.rawValue)
      json.key("row")
      json.subject(change.row)
      json.key("column")
      json.subject(change.column)
      json.member("kind", change.kind.rawValue)
      for (key, cell) in [("before", change.before), ("after", change.after)] {
        json.key(key)
        json.object { json in
          json.member("state", cell.state.word)
          json.member("severity", cell.severity?.rawValue)
          json.member("contentsCompared", !cell.isNotCompared)
          json.member("anotherIdentity", cell.differsInIdentity)
        }
      }
      json.member("isWorse", change.isWorse)
    }
  }

  private static func write<T>(_ change: FindingChange, _ json: inout JSONWriter<T>) {
    json.object { json in
      json.member("kind", change.came ? "came" : change.went ? "went" : "changed")
      if let finding = change.finding { json.finding(finding) }
      if !change.came, !change.went, let before = change.before {
        json.key("was")
        json.object { json in json.finding(before) }
      }
    }
  }
}

extension JSONWriter {
  /// A subject by what tells it from all others.
  mutating func subject(_ subject: Subject) {
    object { json in
      json.member("axis", subject.axis.word)
      json.member("cluster", subject.cluster.text)
      if case .service(let id) = subject {
        json.member("namespace", id.namespace)
        json.member("kind", id.kind.rawValue)
      }
      json.member("name", subject.name)
      if case .credentialSpec(let id) = subject { json.member("delivery", id.delivery.word) }
    }
  }
}
