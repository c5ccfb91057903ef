// The same object in several lists and files: identical ones are one; of two that differ the newer one counts.

import DashboardModel

/// Chooses between objects of one key, in the order in which files were named.
struct ObjectMerge {
  /// Where an object stands.
  private struct Place {
    var file: Int
    var object: Int
  }

  /// A pair of files that contradict each other, and the first object that shows it.
  private struct Contradiction {
    var count = 0
    var example: ObjectKey
    var isOtherObject: Bool
  }

  private struct Pair: Hashable {
    var left: Int
    var right: Int
  }

  private let readings: [FileReading]
  private var places: [ObjectKey: Place] = [:]
  private var superseded: [Pair: Contradiction] = [:]
  private(set) var dropped: [[Bool]]

  init(_ readings: [FileReading]) {
    self.readings = readings
    dropped = readings.map { [Bool](repeating: false, count: $0.objects.count) }
    places.reserveCapacity(readings.reduce(0) { $0 + $1.objects.count })
    for file in readings.indices {
      for object in readings[file].objects.indices { take(Place(file: file, object: object)) }
    }
  }

  private mutating func take(_ place: Place) {
    let object = readings[place.file].objects[place.object]
    guard let earlier = places[object.key] else {
      places[object.key] = place
      return
    }
    let other = readings[earlier.file].objects[earlier.object]
    let isSame = other.identity == object.identity
    if isSame, other.facts == object.facts {
      dropped[place.file][place.object] = true
      return
    }
    note(Pair(left: earlier.file, right: place.file), object.key, isOtherObject: !isSame)
    // Without comparable revisions the file that was named later wins.
    if let old = other.revision, let new = object.revision, old > new {
      dropped[place.file][place.object] = true
    } else {
      dropped[earlier.file][earlier.object] = true
      places[object.key] = place
    }
  }

  private mutating func note(_ pair: Pair, _ key: ObjectKey, isOtherObject: Bool) {
    superseded[pair, default: Contradiction(example: key, isOtherObject: false)].count += 1
    if isOtherObject, superseded[pair]?.isOtherObject == false {
      superseded[pair]?.isOtherObject = true
      superseded[pair]?.example = key
    }
  }

  /// A note for each pair of files that contradict each other.
  var notes: [UnreadableItem] {
    superseded.sorted { ($0.key.left, $0.key.right) < ($1.key.left, $1.key.right) }.map { pair, what in
      let left = readings[pair.left].source
      let right = readings[pair.right].source
      let name = what.example.namespace.isEmpty ? "" : "\(what.example.namespace)/"
      let objects = what.count == 1 ? "1 object differs" : "\(what.count) objects differ"
      let first = "\(what.example.kind.rawValue) \(name)\(what.example.name)"
      let hint =
        what.isOtherObject
        ? " They are different objects of one name: if the files are of two clusters, name them as in "
          + "`east=\(left) west=\(right)`." : ""
      let other = left == right ? "the same file" : left
      return UnreadableItem(
        source: right,
        reason: "\(objects) from \(other), first \(first); the newer one is shown.\(hint)"
      )
    }
  }
}
