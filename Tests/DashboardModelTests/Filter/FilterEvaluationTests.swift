// What filters let through on the sample, as a file; and what holds for all filters on all pictures.

import DashboardModel
import DashboardTesting
import Foundation
import Testing

@Suite("What a filter lets through")
struct FilterEvaluationTests {
  @Test("is, on the sample, what is recorded")
  func sample() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases/evaluation.txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    let inputs = lines.filter { $0.hasPrefix("> ") }.map { String($0.dropFirst(2)) }
    #expect(inputs.count > 30)
    let seen = try inputs.map(Self.answer).joined(separator: "\n\n")
    Golden(folder: "Cases").expect(seen + "\n", named: "evaluation.txt")
  }

  private static func answer(_ input: String) throws -> String {
    let face = try #require(Face(rawValue: Int(input.prefix(1)) ?? 0))
    let filter = try Filter(String(input.dropFirst(2)))
    let matches = Picture.sample.matches(filter, face: face, now: .sampleNow)
    func names(_ places: [Int], _ axis: Axis) -> String {
      let all = Picture.sample.count(axis)
      if places.count == all { return "all \(all)" }
      return places.compactMap { Picture.sample.subject($0, on: axis)?.name }.joined(separator: " ")
    }
    return """
      > \(input)
        rows: \(names(matches.rows, face.rowAxis))
        columns: \(names(matches.columns, face.columnAxis))\(matches.unmatched.isEmpty ? "" : "\n  unmatched")
      """
  }

  /// Terms of every sort that a random fleet may answer to.
  private static let terms = [
    "web", "s1", "win", "win-2", "zzz", "/^s\\d$/", "state=missing", "state=stale", "state=eligible",
    "state=blank",
    "severity>=warning", "severity<critical", "age>3m", "age<3m", "age=unknown", "host=win-*", "host=win-1",
    "service=s1,s2", "credspec=web*", "delivery=hostFile", "delivery=config", "label:pool=a", "label:pool",
    "cluster=test", "ns=\"\"", "ns=shop",
  ]

  /// A random filter over the terms, fully in parentheses.
  private static func randomFilter(_ random: inout SeededRandom, depth: Int = 3) -> String {
    switch depth == 0 ? 0 : Int.random(in: 0..<5, using: &random) {
    case 1: return "!(\(randomFilter(&random, depth: depth - 1)))"
    case 2, 3:
      return "(\(randomFilter(&random, depth: depth - 1)) \(randomFilter(&random, depth: depth - 1)))"
    case 4:
      return "(\(randomFilter(&random, depth: depth - 1)) | \(randomFilter(&random, depth: depth - 1)))"
    default: return terms[Int.random(in: 0..<terms.count, using: &random)]
    }
  }

  private struct Answer {
    let matches: FilterMatches
    let cells: Set<[Int]>
    let rows: Set<Int>
    let columns: Set<Int>

    init(_ text: String, _ picture: Picture, _ face: Face) throws {
      matches = picture.matches(try Filter(text), face: face, now: Fleet.minutes(2))
      var cells: Set<[Int]> = []
      let matrix = picture.matrix(face)
      for row in 0..<matrix.rows {
        for column in 0..<matrix.columns
        where matches.contains(matrix[row, column], row: row, column: column) {
          cells.insert([row, column])
        }
      }
      self.cells = cells
      rows = Set(matches.rows)
      columns = Set(matches.columns)
    }
  }

  @Test(
    "are the rows and columns of the cells that satisfy it, and never others of the face", arguments: 0..<200)
  func consistent(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let picture = Fleet.random(&random).picture
    for face in Face.allCases {
      let text = Self.randomFilter(&random)
      let answer = try Answer(text, picture, face)
      #expect(answer.rows.isSubset(of: 0..<picture.count(face.rowAxis)), "\(text)")
      #expect(answer.columns.isSubset(of: 0..<picture.count(face.columnAxis)), "\(text)")
      #expect(answer.matches.rows == answer.matches.rows.sorted())
      // A face without columns has rows and no cells.
      if picture.count(face.columnAxis) == 0 { continue }
      #expect(answer.rows == Set(answer.cells.map { $0[0] }), "\(text)")
      #expect(answer.columns == Set(answer.cells.map { $0[1] }), "\(text)")
    }
  }

  @Test(
    "of two filters together is in what each lets through, and of one or the other holds both",
    arguments: 0..<200)
  func joins(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let picture = Fleet.random(&random).picture
    for face in Face.allCases {
      let (left, right) = (Self.randomFilter(&random), Self.randomFilter(&random))
      let (a, b) = (try Answer(left, picture, face), try Answer(right, picture, face))
      let both = try Answer("(\(left)) (\(right))", picture, face)
      let either = try Answer("(\(left)) | (\(right))", picture, face)
      #expect(both.cells == a.cells.intersection(b.cells), "\(left) and \(right)")
      #expect(both.rows.isSubset(of: a.rows.intersection(b.rows)), "\(left) and \(right)")
      #expect(both.columns.isSubset(of: a.columns.intersection(b.columns)), "\(left) and \(right)")
      #expect(either.cells == a.cells.union(b.cells), "\(left) or \(right)")
      #expect(either.rows.isSuperset(of: a.rows.union(b.rows)), "\(left) or \(right)")
      #expect(either.columns.isSuperset(of: a.columns.union(b.columns)), "\(left) or \(right)")
    }
  }

  @Test("of a term on one axis and of its opposite is each row or column once", arguments: 0..<100)
  func complements(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let picture = Fleet.random(&random).picture
    let ofHosts = ["host=win-1", "label:pool=a", "host=/2$/"]
    let ofServices = ["service=s1,s2", "service=*", "ns=\"\"", "ns=shop"]
    let ofSpecs = ["credspec=web*", "delivery=hostFile"]
    for face in Face.allCases {
      for text in ofHosts + ofServices + ofSpecs {
        let (yes, no) = (try Answer(text, picture, face), try Answer("!\(text)", picture, face))
        let isOnColumns = (face.columnAxis == .host ? ofHosts : ofSpecs).contains(text)
        let (a, b) = isOnColumns ? (yes.columns, no.columns) : (yes.rows, no.rows)
        let all = Set(0..<picture.count(isOnColumns ? face.columnAxis : face.rowAxis))
        if picture.count(isOnColumns ? face.rowAxis : face.columnAxis) == 0 { continue }
        #expect(a.union(b) == all, "\(text) on face \(face.rawValue)")
        #expect(a.isDisjoint(with: b), "\(text) on face \(face.rawValue)")
      }
    }
  }

  @Test("by a condition on cells and by its opposite is each concerned cell once, blank ones in neither")
  func cellComplements() throws {
    let picture = Picture.sample
    for face in Face.allCases {
      for text in ["state=missing", "severity>=warning", "state=problem"] {
        let (yes, no) = (try Answer(text, picture, face), try Answer("!\(text)", picture, face))
        let matrix = picture.matrix(face)
        #expect(yes.cells.isDisjoint(with: no.cells))
        let blank = (0..<matrix.rows).map { matrix.rowCounts[$0][.blank] }.reduce(0, +)
        #expect(yes.cells.count + no.cells.count == matrix.rows * matrix.columns - blank)
      }
    }
  }

  @Test("by an age is not what bears no time, whichever way it is asked")
  func unknownAges() throws {
    var fleet = Fleet()
    fleet.host("win-1")
    let file = Fleet.id(.hostFile, "web.json")
    fleet.service("s1", uses: [file])
    fleet.inventory("win-1", [("web.json", Fleet.contents())], listedAt: nil)
    for text in ["age>1s", "age<1w", "!age>1s", "!age<1w", "age!=unknown"] {
      #expect(try Answer(text, fleet.picture, .credentialSpecByHost).cells.isEmpty, "\(text)")
    }
    #expect(try Answer("age=unknown", fleet.picture, .credentialSpecByHost).cells == [[0, 0]])
  }

  @Test("by a label is asked of hosts, and of credential specs where no host has it")
  func labels() throws {
    var fleet = Fleet()
    fleet.host("win-1", labels: ["pool": "gold"])
    fleet.host("win-2", labels: ["pool": "blue"])
    let config = Fleet.id(.swarmConfig, "web-v1")
    fleet.object(config, Fleet.contents())
    fleet.facts.credentialSpecs[0].labels = ["team": "shop"]
    fleet.service("s1", uses: [config])
    fleet.service("s2", uses: [])
    let gold = try Answer("label:pool=gold", fleet.picture, .credentialSpecByHost)
    #expect(gold.columns == [0])
    let shop = try Answer("label:team=SHOP", fleet.picture, .serviceByHost)
    #expect(shop.rows == [0])
    #expect(try Answer("label:team=other", fleet.picture, .serviceByHost).matches.unmatched.count == 1)
  }
}
