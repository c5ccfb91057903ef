// What every HTML report begins and ends with.

import DashboardModel

/// The head and the end of a page: one file, nothing from outside, readable by day and night.
struct HTMLFrame {
  let title: String
  let now: Timestamp
  let text: HTMLText

  func writeHead(to target: inout some TextOutputStream) {
    let title = text.escape(title)
    target.write(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
      <title>\(title)</title>
      <style>
      \(HTMLStyle.text)</style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      <p><time datetime="\(now.text)">\(now.text)</time></p>

      """)
  }

  static func writeEnd(to target: inout some TextOutputStream) {
    target.write("</main>\n</body>\n</html>\n")
  }
}
