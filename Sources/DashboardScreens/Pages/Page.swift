// A screen of lines: what every screen but the matrix shows, on a terminal as in lines of words.

package import DashboardModel
import TerminalCanvas

/// Lines of words under a title. The same page is drawn on a terminal and spoken by the linear mode.
package struct Page: Hashable, Sendable {
  /// What the screen is about, in one line.
  package var title: String
  /// The lines, not yet wrapped.
  package var lines: [PageLine]
  /// What is said where there are no lines.
  package var emptyText: String

  /// A page.
  package init(title: String, lines: [PageLine] = [], emptyText: String = "there is nothing to show") {
    self.title = title
    self.lines = lines
    self.emptyText = emptyText
  }
}

/// A line of a page. It is wrapped to the screen's width and selected as a whole.
package struct PageLine: Hashable, Sendable {
  /// What a line is to the others.
  package enum Rank: Hashable, Sendable {
    /// A blank line.
    case space
    /// A heading over the lines below it.
    case heading
    /// A line of its own.
    case entry
    /// Belongs to the entry above it.
    case detail
    /// Part of a drawing: seen, and passed over by the cursor and by words.
    case figure
  }
  /// What it is to the others.
  package var rank: Rank
  /// Its words.
  package var spans: [PageSpan]
  /// Columns before its first row.
  package var indent: Int
  /// Columns before its further rows, beyond the indent.
  package var hang: Int
  /// Where Enter leads from here.
  package var target: PageTarget?
  /// What `y` copies; nil: its words.
  package var copy: String?
  /// Whether somebody should act on it: `n` stops here.
  package var isProblem: Bool
  /// Whether it is shown as it is, cut and not wrapped: for text whose columns mean something.
  package var isVerbatim: Bool
  /// Columns, from the screen's edge on, that show that it is selected; nil: all. The others belong to a drawing.
  package var selectedColumns: Int?

  /// A line of words.
  package init(
    _ rank: Rank, _ spans: [PageSpan], indent: Int = 0, hang: Int = 2, target: PageTarget? = nil,
    copy: String? = nil, isProblem: Bool = false, isVerbatim: Bool = false, selectedColumns: Int? = nil
  ) {
    self.selectedColumns = selectedColumns
    self.rank = rank
    self.spans = spans
    self.indent = indent
    self.hang = hang
    self.target = target
    self.copy = copy
    self.isProblem = isProblem
    self.isVerbatim = isVerbatim
  }

  /// A line of its own.
  package init(
    _ spans: [PageSpan], indent: Int = 0, hang: Int = 2, target: PageTarget? = nil, copy: String? = nil,
    isProblem: Bool = false
  ) {
    self.init(
      .entry, spans, indent: indent, hang: hang, target: target, copy: copy, isProblem: isProblem)
  }

  /// A blank line.
  package static let space = PageLine(.space, [])

  /// A heading.
  package static func heading(_ text: String) -> PageLine {
    PageLine(.heading, [PageSpan(text, .part(.group))])
  }

  /// Whether the cursor can be on it, and words tell of it.
  package var isSelectable: Bool { rank != .space && rank != .figure }

  /// The words alone.
  package var text: String { spans.map(\.text).joined() }
}

/// Words of one style.
package struct PageSpan: Hashable, Sendable {
  /// How words look.
  package enum Role: Hashable, Sendable {
    /// As a part of the screen.
    case part(ScreenPart)
    /// As a cell of a state.
    case state(CellState)
  }
  /// The words.
  package var text: String
  /// How they look.
  package var role: Role

  /// Words; plain unless asked for otherwise.
  package init(_ text: String, _ role: Role = .part(.readOut)) {
    self.text = text
    self.role = role
  }

  /// Words that matter less.
  package static func dim(_ text: String) -> PageSpan { PageSpan(text, .part(.dim)) }

  /// The word of a severity, in the style of a state that is as bad.
  package static func severity(_ severity: Severity, columns: Int = 0) -> PageSpan {
    let word = severity.rawValue + String(repeating: " ", count: max(0, columns - severity.rawValue.count))
    return PageSpan(word, .state(severity.state))
  }
}

extension Severity {
  /// A state of this severity, for its style.
  fileprivate var state: CellState {
    switch self {
    case .critical: .missing
    case .warning: .atRisk
    case .notice: .overDistributed
    }
  }
}

/// Where a line leads.
package enum PageTarget: Hashable, Sendable {
  /// The object of a finding or of an axis.
  case object(FindingSubject)
  /// Why a cell of a face is as it is.
  case cell(Face, row: Subject, column: Subject)
  /// A finding with its cause and evidence.
  case finding(FindingID)
  /// The page of a rule, by its id.
  case rule(String)
  /// A moment of what is recorded.
  case moment(Timestamp)
  /// A command, by its name.
  case command(String)
  /// An assumption of upkeep, by its name.
  case assumption(String)
}
