// A list in pieces is a list: whatever is done to it, it holds what an array would hold.

import DashboardModel
import DashboardTesting
import Testing

@Suite("A list whose copies share what did not change")
struct SharingListTests {
  @Test(
    "holds what an array holds after any changes, and so does a copy made before them", arguments: 0..<200)
  func isAList(seed: Int) {
    var random = SeededRandom(seed: seed)
    var array = (0..<Int.random(in: 0...1000, using: &random)).map { $0 }
    var list = SharingList(array)
    for step in 0..<60 {
      let (copy, before) = (list, array)
      let place = array.indices.randomElement(using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        list.append(step)
        array.append(step)
      case 1:
        guard let place else { continue }
        list.removeBySwap(at: place)
        let last = array.removeLast()
        if place < array.count { array[place] = last }
      case 2:
        guard let place else { continue }
        list[place] = -step
        array[place] = -step
      case 3:
        guard let place else { continue }
        #expect(list.remove(at: place) == array.remove(at: place))
      case 4:
        let more = Array(repeating: step, count: Int.random(in: 0...300, using: &random))
        list += more
        array += more
      default:
        list.removeAll { $0 % 7 == 3 }
        array.removeAll { $0 % 7 == 3 }
      }
      #expect(Array(list) == array)
      #expect(list.count == array.count)
      #expect(Array(copy) == before)
      #expect(list == SharingList(array))
    }
  }
}
