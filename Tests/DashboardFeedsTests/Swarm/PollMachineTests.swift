// When a swarm is asked for what: time drawn as text.

import DashboardModel
import Testing

@testable import DashboardFeeds

/// A swarm whose answers come at once, and a machine that asks it. Each request is written as `SECONDS LIST`.
private struct Course {
  var machine = PollMachine()
  var now = Duration.zero
  var log: [String] = []
  /// What the next answers change, by list.
  var changes: [SwarmList: SwarmChange] = [:]
  /// How long an answer takes.
  var took = Duration.milliseconds(10)
  private var actions: [PollMachine.Action] = []

  mutating func handle(_ event: PollMachine.Event) {
    actions = machine.handle(event, at: now)
    answer()
  }

  private mutating func answer() {
    while let ask = actions.lazy.compactMap(\.ask).first {
      log.append("\(Self.seconds(now)) \(Self.words(ask))")
      let change = changes[ask.list] ?? SwarmChange()
      now += took
      actions = machine.handle(.answered(ask, change, took: took), at: now)
    }
  }

  /// Lets time pass.
  mutating func run(until end: Duration) {
    while let wake = actions.last?.deadline, wake <= end {
      now = max(now, wake)
      actions = machine.handle(.woke, at: now)
      answer()
    }
    now = end
  }

  mutating func happens(_ kind: EngineEvent.Kind, _ id: String, updateState: String? = nil) {
    handle(.changed(EngineEvent(kind: kind, action: "update", id: id, updateState: updateState, time: "1.0")))
  }

  private static func seconds(_ time: Duration) -> String {
    let tenths = Int(time / .milliseconds(100))
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func words(_ ask: SwarmAsk) -> String {
    switch ask.scope {
    case .everything: ask.list.rawValue
    case .ids(let ids): "\(ask.list.rawValue) \(ids.sorted().joined(separator: ","))"
    case .services(let ids): "\(ask.list.rawValue) of \(ids.sorted().joined(separator: ","))"
    }
  }

  /// A swarm that was read and is quiet since.
  static func quiet() -> Course {
    var course = Course()
    course.changes[.tasks] = SwarmChange(services: ["a", "b"], isFirst: true)
    course.handle(.eventsOpened)
    course.changes = [:]
    return course
  }
}

@Suite("When a swarm is asked")
struct PollMachineTests {
  @Test("at first every list once, one after the other")
  func first() {
    #expect(Course.quiet().log == ["0.0 services", "0.0 nodes", "0.0 configs", "0.0 tasks"])
  }

  @Test("in quiet at most six requests a minute")
  func quiet() {
    var course = Course.quiet()
    course.log = []
    course.run(until: .seconds(600))
    #expect(course.log.count <= 60, "\(course.log)")
    #expect(course.log.count { $0.hasSuffix(" tasks") } >= 25)
  }

  @Test("a poll that takes long is made seldom")
  func slowPolls() {
    var course = Course()
    course.took = .seconds(2)
    course.handle(.eventsOpened)
    course.log = []
    course.run(until: .seconds(600))
    #expect(course.log.count { $0.hasSuffix(" tasks") } <= 12, "\(course.log)")
  }

  @Test(
    "a service that changes is read, and its tasks are looked at soon, then later and later until it is quiet"
  )
  func changing() {
    var course = Course.quiet()
    course.log = []
    course.now = .seconds(5)
    course.happens(.service, "a")
    course.run(until: .seconds(19))
    #expect(
      course.log == [
        "5.0 services a", "5.4 tasks of a", "6.2 tasks of a", "7.8 tasks of a", "11.0 tasks of a",
        "17.4 tasks of a",
      ])
  }

  @Test(
    "while an update goes on its tasks are looked at every second, and a change brings the next look forward")
  func updating() {
    var course = Course.quiet()
    course.now = .seconds(5)
    course.happens(.service, "a", updateState: "updating")
    course.log = []
    course.run(until: .seconds(15))
    #expect(course.log.count { $0.hasSuffix("tasks of a") } >= 9, "\(course.log)")
    course.changes[.tasks] = SwarmChange(services: ["a"])
    course.log = []
    course.run(until: .seconds(20))
    #expect(course.log.count { $0.hasSuffix("tasks of a") } >= 11, "\(course.log)")
  }

  @Test("fifty services that change are one request a look")
  func together() {
    var course = Course.quiet()
    course.now = .seconds(5)
    for number in 1...50 { course.happens(.service, "s\(number)") }
    course.log = []
    course.run(until: .seconds(6.0))
    #expect(course.log.count { $0.contains("tasks of") } <= 2, "\(course.log)")
  }

  @Test("a node that changes brings a look at all tasks, since nobody tells which moved")
  func nodes() {
    var course = Course.quiet()
    course.log = []
    course.now = .seconds(5)
    course.happens(.node, "n1")
    course.run(until: .seconds(6))
    #expect(course.log.prefix(2) == ["5.0 nodes n1", "5.4 tasks"])
  }

  @Test("a change that only a sweep shows makes its service restless")
  func sweep() {
    var course = Course.quiet()
    course.changes[.tasks] = SwarmChange(services: ["b"])
    course.run(until: .seconds(20.5))
    course.changes = [:]
    #expect(course.machine.restlessServices == ["b"])
  }

  @Test("after the events were away everything is read anew")
  func reopened() {
    var course = Course.quiet()
    course.log = []
    course.now = .seconds(7)
    course.handle(.eventsOpened)
    #expect(course.log == ["7.0 services", "7.0 nodes", "7.0 configs", "7.0 tasks"])
  }

  @Test("a list that is refused is asked for once a minute, and the others go on")
  func refused() {
    var machine = PollMachine()
    var actions = machine.handle(.eventsOpened, at: .zero)
    var asked: [SwarmList] = []
    while let ask = actions.compactMap(\.ask).first {
      asked.append(ask.list)
      actions =
        ask.list == .configs
        ? machine.handle(.refused(ask), at: .zero)
        : machine.handle(.answered(ask, SwarmChange(), took: .zero), at: .zero)
    }
    #expect(asked == [.services, .nodes, .configs, .tasks])
    let later = machine.handle(.woke, at: .seconds(60))
    #expect(later == [.ask(SwarmAsk(list: .configs))])
  }

  @Test("no two requests are out at a time")
  func oneAtATime() {
    var machine = PollMachine()
    #expect(machine.handle(.eventsOpened, at: .zero).count == 1)
    #expect(machine.handle(.woke, at: .seconds(100)).isEmpty)
    #expect(machine.handle(.refreshWanted, at: .seconds(101)).isEmpty)
  }

  @Test("an ID that is none is left out of a filter")
  func filters() {
    let ask = SwarmAsk(list: .tasks, scope: .services(["b2", "a1", "\"],\"x"]))
    #expect(ask.filter == #"{"service":["a1","b2"]}"#)
    #expect(SwarmAsk(list: .nodes).filter == nil)
  }
}
