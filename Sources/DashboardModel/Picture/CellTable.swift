// The demand and supply table as an array, for rows of 5,000 cells.

/// The cell of each demand and supply for one kind of delivery, worked out once.
struct CellTable: Sendable {
  private let bits: [UInt8]

  /// All deliveries on hosts share a table, and so do all by an orchestrator.
  init(delivery: Delivery) {
    bits = (0..<Self.size).map { key in
      guard let (demand, supply) = Self.parts(key) else { return Cell.blank.bits }
      return Cell(demand: demand, supply: supply, delivery: delivery).bits
    }
  }

  private static let size = 64

  static func key(_ demand: Demand, _ supply: Supply) -> Int {
    Int(demand.rawValue) << 3 | Int(supply.rawValue)
  }

  private static func parts(_ key: Int) -> (Demand, Supply)? {
    guard let demand = Demand(rawValue: UInt8(key >> 3)), let supply = Supply(rawValue: UInt8(key & 7)) else {
      return nil
    }
    return (demand, supply)
  }

  /// The cell of a demand and supply.
  func bits(_ key: Int) -> UInt8 { bits[key] }

  /// How often each demand met each supply.
  struct Tally {
    fileprivate var counts = InlineArray<64, Int32>(repeating: 0)
    mutating func count(_ key: Int) { counts[key] &+= 1 }
  }

  /// The figures of a row in which demand met supply so often.
  func figures(_ tally: Tally, delivery: Delivery) -> Figures {
    var figures = Figures()
    for key in 0..<Self.size where tally.counts[key] > 0 {
      guard let (demand, supply) = Self.parts(key) else { continue }
      figures.count(
        Int(tally.counts[key]), demand: demand, supply: supply, cell: Cell(bits: bits[key]),
        delivery: delivery)
    }
    return figures
  }
}
