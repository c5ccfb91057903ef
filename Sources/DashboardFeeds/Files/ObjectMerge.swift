// The same object in several lists and files: identical ones are one; of two that differ the newer one counts.

import DashboardModel

/// Chooses between objects of one key, in the order in which files were named.
struct ObjectMerge {
  /// Where an object stands.
  private struct Place {
    var file: Int32
    var object: Int32
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
  /// Places by a hash of the key: a table of keys would cost more than the objects themselves. Of keys with one hash the
  /// first stands here and the others in `rarePlaces`.
  private var places: [Int: Place] = [:]
  private var rarePlaces: [ObjectKey: Place] = [:]
  private var superseded: [Pair: Contradiction] = [:]
  private(set) var dropped: [[Bool]]

  init(_ readings: [FileReading]) {
    self.readings = readings
    dropped = readings.map { [Bool](repeating: false, count: $0.objects.count) }
    places.reserveCapacity(readings.reduce(0) { $0 + $1.objects.count })
    for file in readings.indices {
      for object in readings[file].objects.indices { take(file, object) }
    }
  }

  private mutating func take(_ file: Int, _ index: Int) {
    let object = readings[file].objects[index]
    let place = Place(file: Int32(truncatingIfNeeded: file), object: Int32(truncatingIfNeeded: index))
    guard let earlier = replaced(object.key, place) else { return }
    let (otherFile, otherIndex) = (Int(earlier.file), Int(earlier.object))
    let other = readings[otherFile].objects[otherIndex]
    let isSame = other.identity == object.identity
    if isSame, other.facts == object.facts {
      dropped[file][index] = true
      _ = replaced(object.key, earlier)
      return
    }
    note(Pair(left: otherFile, right: file), object.key, isOtherObject: !isSame)
    // Without comparable revisions the file that was named later wins.
    if let old = other.revision, let new = object.revision, old > new {
      dropped[file][index] = true
      _ = replaced(object.key, earlier)
    } else {
      dropped[otherFile][otherIndex] = true
    }
  }

  /// Puts an object's place in the table; the place of an earlier object of the same key, where there is one.
  private mutating func replaced(_ key: ObjectKey, _ place: Place) -> Place? {
    let hash = key.hashValue
    guard let known = places[hash] else {
      places[hash] = place
      return nil
    }
    guard readings[Int(known.file)].objects[Int(known.object)].key == key else {
      return rarePlaces.updateValue(place, forKey: key)
    }
    places[hash] = place
    return known
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
        reason:
          "\(objects) from \(other), first \(first); the newer one is shown, or where neither tells, the one named last.\(hint)"
      )
    }
  }
}
