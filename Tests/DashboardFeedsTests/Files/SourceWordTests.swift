// SOURCE words of files.

import DashboardFeeds
import DashboardModel
import Testing

@Suite("source words")
struct SourceWordTests {
  @Test("a word is a path, standard input, or either with a cluster's name before it")
  func words() throws {
    #expect(try FileSource(word: "pods.json") == FileSource(.path("pods.json")))
    #expect(try FileSource(word: "-") == FileSource(.standardInput))
    #expect(try FileSource(word: "east=-") == FileSource(.standardInput, cluster: "east"))
    #expect(try FileSource(word: "east=a/b.json") == FileSource(.path("a/b.json"), cluster: "east"))
    #expect(try FileSource(word: "./a=b.json") == FileSource(.path("./a=b.json")))
    #expect(try FileSource(word: "=x") == FileSource(.path("=x")))
  }

  @Test("a word without a source is refused")
  func empty() {
    #expect(throws: SourceWordError.empty(word: "")) { try FileSource(word: "") }
    #expect(throws: SourceWordError.empty(word: "east=")) { try FileSource(word: "east=") }
  }
}
