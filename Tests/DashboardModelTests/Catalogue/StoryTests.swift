// The bar of the diagnosis: in every story the root causes are found, in their order, and nothing beside them.

import DashboardModel
import DashboardTesting
import Testing

@Suite("Stories")
struct StoryTests {
  @Test("the root causes are found in their order, and nothing else", arguments: Story.all)
  func rootCauses(story: Story) {
    let seen = story.picture.story
    #expect(seen == story.expected, "\n\(Golden.difference(story.expected, seen))")
  }

  @Test("a healthy story expects nothing, and one of faults a root cause", arguments: Story.all)
  func expectations(story: Story) {
    if story.isHealthy { #expect(story.expected == "") }
    if story.isOfFaults { #expect(story.expected != "") }
    #expect(Story.groups.contains { story.name.hasPrefix($0 + ".") })
  }

  @Test("every rule is a root cause of a story")
  func rules() {
    var roots: Set<String> = []
    for story in Story.all {
      for line in story.expected.split(separator: "\n") where !line.hasPrefix(" ") {
        roots.insert(String(line.prefix(7)))
      }
    }
    #expect(Set(RuleCatalogue.all.map { $0.card.id }).subtracting(roots).sorted() == [])
  }

  @Test("there are stories enough, and healthy ones among them")
  func count() {
    #expect(Story.all.count >= 60)
    #expect(Story.all.count { $0.isHealthy } >= 15)
  }
}
