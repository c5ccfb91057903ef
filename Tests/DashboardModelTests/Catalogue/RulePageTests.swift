// The pages under docs/findings are written from the rules, and say what the rules say.

import DashboardModel
import DashboardTesting
import Foundation
import Testing

@Suite("The rules' pages")
struct RulePageTests {
  private let pages = Golden(folder: "../../../docs/findings")

  @Test("the page on disk is the rule's page", arguments: RuleCatalogue.all.map { $0.card })
  func page(_ card: RuleCard) {
    pages.expect(RulePageText.markdown(of: card), named: "\(card.id).md")
  }

  @Test("the list on disk is the catalogue")
  func catalogue() {
    pages.expect(RulePageText.catalogue(RuleCatalogue.all), named: "README.md")
  }

  @Test("no page is left of a rule that is gone")
  func orphans() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../docs/findings")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.standardizedFileURL.path())
    let wanted = Set(RuleCatalogue.all.map { "\($0.card.id).md" } + ["README.md"])
    #expect(Set(files).subtracting(wanted).isEmpty)
  }

  @Test(
    "a page answers all of its questions and names its sources", arguments: RuleCatalogue.all.map { $0.card })
  func isWhole(_ card: RuleCard) {
    for text in [card.page.means, card.page.matters, card.page.confirm, card.page.fix] {
      #expect(text.count > 40 && text.hasSuffix("."))
    }
    #expect(!card.page.sources.isEmpty)
  }
}
