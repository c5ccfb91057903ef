// The style sheet of the HTML report: light and dark, screen and print, nothing from outside the file.

/// The style sheet.
enum HTMLStyle {
  static var text: String {
    variables(\.light) + "@media (prefers-color-scheme: dark) { @media screen {\n" + variables(\.dark)
      + "} }\n"
      + classes + layout
  }

  private static func variables(_ pair: KeyPath<HTMLPalette, HTMLPalette.Pair>) -> String {
    let colours = HTMLPalette.all.map { colour in
      let (name, pair) = (colour.name, colour[keyPath: pair])
      return "--\(name)-ink: \(pair.ink); --\(name)-paper: \(pair.paper);"
    }
    return ":root { \(colours.joined(separator: " ")) }\n"
  }

  private static var classes: String {
    HTMLPalette.all.map {
      ".\($0.name) { color: var(--\($0.name)-ink); background: var(--\($0.name)-paper); }\n"
    }.joined()
  }

  private static let layout = """
    :root { color-scheme: light dark; }
    body { color: var(--page-ink); background: var(--page-paper); margin: 1.5rem auto; padding: 0 1rem;
      max-width: 76rem; font: 1rem/1.45 system-ui, sans-serif; }
    h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
    h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
    code, .glyph, tbody th { font-family: ui-monospace, monospace; font-size: .9em; }
    code { overflow-wrap: anywhere; }
    dl.figures { display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; margin: 1rem 0; }
    dl.figures div { display: flex; flex-direction: column-reverse; }
    dl.figures dt { color: var(--quiet-ink); font-size: .85rem; }
    dl.figures dd { margin: 0; font-size: 1.35rem; font-variant-numeric: tabular-nums; }
    dl.figures small { font-size: .8rem; color: var(--quiet-ink); }
    .wide { overflow-x: auto; }
    table { border-collapse: collapse; margin: .5rem 0; }
    caption { text-align: left; padding: .25rem 0; color: var(--quiet-ink); }
    th, td { border: 1px solid var(--unknown-paper); padding: .2rem .5rem; text-align: left;
      vertical-align: top; }
    th { font-weight: 600; }
    table.matrix td { text-align: center; min-width: 1.4rem; padding: .15rem .3rem; }
    table.matrix thead th { vertical-align: bottom; padding: .3rem .15rem; }
    table.matrix thead span { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap; }
    table.matrix tbody th { white-space: nowrap; }
    bdi { white-space: nowrap; }
    tbody th small { font-family: system-ui, sans-serif; font-weight: 400; color: var(--quiet-ink); }
    table.matrix .glyph { font-size: 1.05em; }
    td.critical { font-weight: 700; }
    ul.legend { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; padding: 0; }
    ul.legend .glyph { display: inline-block; min-width: 1.4rem; text-align: center; }
    .tag { padding: 0 .4rem; border-radius: .2rem; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap; }
    @media print {
      body { margin: 0; max-width: none; font-size: 9pt; }
      .wide { overflow: visible; }
      thead { display: table-header-group; } tr, li { break-inside: avoid; } h2, h3 { break-after: avoid; }
      td, .tag, .glyph { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }

    """
}
