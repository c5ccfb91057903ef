// The feed of files and folders, as it follows them.

import DashboardFeeds
import DashboardModel
import DashboardTesting
import Testing

@Suite("the file feed", .timeLimit(.minutes(1)))
struct FileFeedTests {
  private let nodes = Recorded.text("kubernetes/base/nodes.http").bytes

  private func list(_ names: String...) -> String {
    let items = names.map { #"{"metadata":{"name":"\#($0)","uid":"\#($0)"}}"# }.joined(separator: ",\n")
    return #"{"kind":"NodeList","apiVersion":"v1","items":["# + items + "]}"
  }

  /// The first slice that satisfies a condition; the stream is waited for, not the clock.
  private func next(
    _ slices: inout AsyncStream<FeedSlice>.Iterator, _ isIt: (FeedSlice) -> Bool
  ) async -> FeedSlice? {
    while let slice = await slices.next() {
      if isIt(slice) { return slice }
    }
    return nil
  }

  private func names(_ slice: FeedSlice?) -> [String] {
    slice.map { $0.facts.hosts.map(\.id.name).sorted() } ?? []
  }

  private func isBroken(_ slice: FeedSlice) -> Bool {
    if case .broken = slice.status { return true }
    return false
  }

  @Test("without following, the stream ends after the facts")
  func once() async throws {
    let folder = try TemporaryFolder()
    try folder.write(nodes, to: "nodes.json")
    var last: FeedSlice?
    for await slice in FileFeed([FileSource(.path(folder.path + "/nodes.json"))], follows: false).slices() {
      last = slice
    }
    #expect(names(last).count == 8)
    #expect(last?.status == .settled)
    #expect(last?.observedAt != nil)
    #expect(last?.facts.hosts.first?.id.cluster == "kubernetes")
  }

  @Test("a file that is written again, replaced by rename, removed and back is followed")
  func follows() async throws {
    let folder = try TemporaryFolder()
    try folder.write(list("a"), to: "nodes.json")
    let feed = FileFeed([FileSource(.path(folder.path + "/nodes.json"))])
    var slices = feed.slices().makeAsyncIterator()
    #expect(names(await next(&slices) { $0.status == .settled }) == ["a"])

    try folder.write(list("a", "b"), to: "nodes.json")
    #expect(names(await next(&slices) { names($0).count == 2 }) == ["a", "b"])

    try folder.write(list("c"), to: "new.json")
    try folder.rename("new.json", to: "nodes.json")
    #expect(names(await next(&slices) { names($0) == ["c"] }) == ["c"])

    try folder.remove("nodes.json")
    let broken = await next(&slices, isBroken)
    #expect(names(broken) == ["c"])

    try folder.write(list("d"), to: "nodes.json")
    let back = await next(&slices) { $0.status == .settled }
    #expect(names(back) == ["d"])
  }

  @Test("while a file is half written the last good facts stay, and the status says why")
  func halfWritten() async throws {
    let folder = try TemporaryFolder()
    try folder.write(list("a", "b"), to: "nodes.json")
    var slices = FileFeed([FileSource(.path(folder.path + "/nodes.json"))]).slices().makeAsyncIterator()
    #expect(names(await next(&slices) { $0.status == .settled }) == ["a", "b"])

    try folder.write(String(list("a", "b", "c").dropLast(20)), to: "nodes.json")
    let broken = await next(&slices, isBroken)
    #expect(names(broken) == ["a", "b"])
    guard case .broken(let outage)? = broken?.status else { return }
    #expect(outage.reason.contains("ends in the middle"))

    try folder.write("", to: "nodes.json")
    let empty = await next(&slices, isBroken)
    #expect(names(empty) == ["a", "b"])

    try folder.write(list("a", "b", "c"), to: "nodes.json")
    #expect(names(await next(&slices) { $0.status == .settled }) == ["a", "b", "c"])
  }

  @Test("files that come into a folder and leave it are followed; its name is the cluster's")
  func folder() async throws {
    let folder = try TemporaryFolder()
    try folder.write(list("a"), to: "prod/nodes.json")
    var slices = FileFeed([FileSource(.path(folder.path + "/prod"))]).slices().makeAsyncIterator()
    let first = await next(&slices) { $0.status == .settled }
    #expect(first?.facts.hosts.map(\.id.cluster) == ["prod"])

    try folder.write(list("b"), to: "prod/more.json")
    #expect(names(await next(&slices) { names($0).count == 2 }) == ["a", "b"])
    try folder.remove("prod/nodes.json")
    #expect(names(await next(&slices) { names($0).count == 1 }) == ["b"])
  }

  @Test("a neighbour that nobody named changes nothing")
  func ignoresNeighbours() async throws {
    let folder = try TemporaryFolder()
    try folder.write(list("a"), to: "nodes.json")
    var slices = FileFeed([FileSource(.path(folder.path + "/nodes.json"))]).slices().makeAsyncIterator()
    let first = try #require(await next(&slices) { $0.status == .settled })
    try folder.write(list("x"), to: "neighbour.json")
    try folder.write(list("b"), to: "nodes.json")
    let second = try #require(await next(&slices) { names($0) == ["b"] })
    #expect(second.facts.hosts.count == 1)
    #expect(second.revision > first.revision)
  }

  @Test("what is asked for anew is read again though no stamp of it changed")
  func readsAgainWhenAsked() async throws {
    let folder = try TemporaryFolder()
    try folder.write(list("a"), to: "dump/nodes.json")
    let feed = FileFeed([FileSource(.path(folder.path + "/dump"))])
    var slices = feed.slices().makeAsyncIterator()
    let first = try #require(await next(&slices) { $0.status == .settled })
    feed.refresh()
    let second = try #require(await next(&slices) { $0.revision > first.revision })
    #expect(names(second) == ["a"])
    #expect(second.status == .settled)
    feed.refresh()
    let third = try #require(await next(&slices) { $0.revision > second.revision })
    #expect(third.facts == first.facts)
  }

  @Test("asking anew while nobody reads is no error and asks nothing later")
  func refreshesNobody() async throws {
    let folder = try TemporaryFolder()
    try folder.write(list("a"), to: "nodes.json")
    let feed = FileFeed([FileSource(.path(folder.path + "/nodes.json"))], follows: false)
    feed.refresh()
    var last: FeedSlice?
    for await slice in feed.slices() { last = slice }
    #expect(names(last) == ["a"])
  }

  @Test("a source that is not there yet is awaited")
  func awaitsMissing() async throws {
    let folder = try TemporaryFolder()
    var slices = FileFeed([FileSource(.path(folder.path + "/a/b/nodes.json"))]).slices().makeAsyncIterator()
    let broken = try #require(await next(&slices, isBroken))
    guard case .broken(let outage) = broken.status else { return }
    #expect(outage.reason.contains("no such file"))
    try folder.write(list("a"), to: "a/b/nodes.json")
    #expect(names(await next(&slices) { $0.status == .settled }) == ["a"])
  }

  @Test("cancelling the reader ends the thread that reads")
  func cancels() async throws {
    let folder = try TemporaryFolder()
    try folder.write(list("a"), to: "nodes.json")
    let feed = FileFeed([FileSource(.path(folder.path))])
    let task = Task {
      var count = 0
      for await slice in feed.slices() where slice.status == .settled { count += 1 }
      return count
    }
    task.cancel()
    _ = await task.value
  }

  @Test("two loose files are one cluster; a named one is another")
  func clusters() throws {
    let folder = try TemporaryFolder()
    try folder.write(list("a"), to: "one.json")
    try folder.write(list("b"), to: "two.json")
    try folder.write(list("a"), to: "west.json")
    let (slice, faults) = FileFeed(
      [
        FileSource(.path(folder.path + "/one.json")), FileSource(.path(folder.path + "/two.json")),
        FileSource(.path(folder.path + "/west.json"), cluster: "west"),
      ], follows: false
    ).readOnce()
    #expect(faults.isEmpty)
    #expect(slice.unreadable.isEmpty)
    let ids = Set(slice.facts.hosts.map { "\($0.id.cluster.text)/\($0.id.name)" })
    #expect(ids == ["kubernetes/a", "kubernetes/b", "west/a"])
  }

  @Test("a folder without anything and a folder's foreign file are told apart")
  func uselessFolders() throws {
    let folder = try TemporaryFolder()
    let empty = FileFeed([FileSource(.path(folder.path))], follows: false).readOnce()
    #expect(empty.faults.map { $0.text.contains("holds no JSON or YAML file") } == [true])
    try folder.write(#"{"name": "package"}"#, to: "package.json")
    try folder.write(list("a"), to: "nodes.json")
    let (slice, faults) = FileFeed([FileSource(.path(folder.path))], follows: false).readOnce()
    #expect(faults.isEmpty)
    #expect(slice.facts.hosts.count == 1)
  }
}
