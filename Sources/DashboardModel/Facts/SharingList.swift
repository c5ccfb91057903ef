// A list whose copies share what did not change: 150,000 replicas go from a feed to a picture without being copied.

/// A list in pieces. A copy shares the pieces; a change copies the one piece that it is in, not the list.
///
/// Cost: an element by its place O(1); a change, also `removeBySwap`, one piece of 256; anything that moves elements
/// (`insert`, `remove(at:)`) the whole list.
public struct SharingList<Element> {
  private static var pieceSize: Int { 256 }

  /// All pieces but the last are full, and the last is not empty.
  private var pieces: [[Element]] = []
  /// How many elements there are. O(1).
  public private(set) var count = 0

  /// An empty list.
  public init() {}
}

extension SharingList: Sendable where Element: Sendable {}

extension SharingList: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
  /// Always 0.
  public var startIndex: Int { 0 }
  /// As many as there are elements.
  public var endIndex: Int { count }

  /// The element at a place. A change copies its piece, where a copy of the list shares it.
  public subscript(position: Int) -> Element {
    get { pieces[position / Self.pieceSize][position % Self.pieceSize] }
    _modify { yield &pieces[position / Self.pieceSize][position % Self.pieceSize] }
  }

  /// Adds an element at the end.
  public mutating func append(_ element: Element) {
    if count % Self.pieceSize == 0 { pieces.append([]) }
    pieces[pieces.count - 1].append(element)
    count += 1
  }

  /// Adds elements at the end; a list that is empty takes another one over whole.
  public mutating func append<Elements: Sequence>(contentsOf elements: Elements)
  where Elements.Element == Element {
    if isEmpty, let same = elements as? SharingList<Element> {
      self = same
    } else {
      for element in elements { append(element) }
    }
  }

  /// Replaces a range. Cost: the whole list.
  public mutating func replaceSubrange<Elements: Collection>(_ range: Range<Int>, with elements: Elements)
  where Elements.Element == Element {
    var all = Array(self)
    all.replaceSubrange(range, with: elements)
    self = SharingList(all)
  }

  /// Takes out what nobody wants. Cost: the whole list.
  public mutating func removeAll(where isUnwanted: (Element) throws -> Bool) rethrows {
    self = SharingList(try filter { try !isUnwanted($0) })
  }

  /// Takes the last element off; there must be one.
  @discardableResult
  public mutating func removeLast() -> Element {
    count -= 1
    let last = pieces[pieces.count - 1].removeLast()
    if pieces[pieces.count - 1].isEmpty { pieces.removeLast() }
    return last
  }

  /// Takes an element out and puts the last one into its place, where order does not count.
  public mutating func removeBySwap(at position: Int) {
    let last = removeLast()
    if position < count { self[position] = last }
  }
}

extension SharingList: ExpressibleByArrayLiteral {
  /// A list of a few elements.
  public init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension SharingList: Equatable where Element: Equatable {
  /// Equal where the elements are, in their order.
  public static func == (left: SharingList, right: SharingList) -> Bool { left.pieces == right.pieces }
}

extension SharingList: Hashable where Element: Hashable {
  /// Hashes the elements.
  public func hash(into hasher: inout Hasher) { hasher.combine(pieces) }
}
