// An answer of a server that is not what was asked for, and its words.

package import DashboardModel
import StructuredText
package import Transport

/// An answer other than the one that was asked for.
package struct KubernetesRefusal: Error, Hashable, Sendable {
  /// What it is.
  package enum Reason: Hashable, Sendable {
    /// 401: the server does not know who asks.
    case unauthenticated
    /// 403: it knows, and does not allow it.
    case forbidden
    /// A web page: somebody else answers. Its title, where it has one.
    case webPage(title: String)
    /// No JSON where JSON was asked for; how it begins.
    case garbage(beginning: String)
    /// Any other status of the API.
    case status
  }

  package let reason: Reason
  /// 403, 404, 503 …; 200 where only the body is wrong.
  package let status: Int
  /// The server's own words; empty where it has none.
  package let words: String
  /// What was asked for, and where.
  package let path: String
  package let address: String
  /// How it was logged in.
  package let login: String
  /// How far this machine's clock is ahead of the server's, where it is more than a minute; negative: behind.
  package let clockLead: Duration?
  /// When the client certificate that was shown ended, where that is over.
  package let certificateEndedAt: Timestamp?

  /// Reads an answer. `body` is its beginning, at least.
  package init(
    _ response: HTTPResponse, body: [UInt8], path: String, access: KubernetesAccess, now: Timestamp
  ) {
    status = response.status
    self.path = path
    address = access.endpoint.words
    login = access.login
    words = ServerWords.message(body)
    clockLead = HTTPDate.lead(of: now, over: response.header("Date"))
    let shown = access.endpoint.tls?.client?.certificate
    certificateEndedAt = shown.flatMap { CertificateExpiry.first(inPEM: $0) }.flatMap { $0 <= now ? $0 : nil }
    let type = response.header("Content-Type") ?? ""
    reason =
      if type.hasPrefix("text/html") || ServerWords.isWebPage(body) {
        .webPage(title: ServerWords.title(body))
      } else if response.status == 401 {
        .unauthenticated
      } else if response.status == 403 {
        .forbidden
      } else if (200..<300).contains(response.status) {
        .garbage(beginning: ServerWords.beginning(body))
      } else {
        .status
      }
  }

  /// What sort of trouble it is.
  package var cause: OutageCause {
    switch reason {
    case .unauthenticated, .forbidden: .notAuthorised
    case .garbage: .unreadable
    case .webPage: status < 500 ? .unreadable : .cannotConnect
    case .status: .cannotConnect
    }
  }

  /// One or two sentences for the operator.
  package var text: String {
    let said = words.isEmpty ? "" : ": \(words)"
    switch reason {
    case .unauthenticated:
      return "\(address): the server does not know this login (401, \(login))\(said). \(ended)\(skew)"
        + "Log in again, such as by kubectl get nodes; this program tries again by itself."
    case .forbidden:
      return "\(address): not allowed (403, \(login))\(said). \(Self.advice)"
    case .webPage(let title):
      let name = title.isEmpty ? "" : " (\"\(title)\")"
      return
        "\(address): a web page\(name) answers instead of the Kubernetes API (\(status)). A proxy or a "
        + "login page "
        + "stands in between: check the address, proxy-url, HTTPS_PROXY and NO_PROXY."
    case .garbage(let beginning):
      return "\(address): \(path) is answered with \(status) and no JSON: it begins with `\(beginning)`. "
        + "Is that a Kubernetes API?"
    case .status:
      return "\(address): \(path) is answered with \(status)\(said). It is tried again."
    }
  }

  /// The same where many lists are refused for one reason: neither server nor advice, which are said once.
  package var brief: String {
    reason == .forbidden ? "not allowed (403)\(words.isEmpty ? "" : ": \(words)")" : text
  }

  /// What helps somebody who may read nothing.
  package static let advice =
    "Ask for the role of docs/kubernetes.md, or name a namespace that you may read with -n."

  private var ended: String {
    certificateEndedAt.map { "Your client certificate ended at \($0.text). " } ?? ""
  }

  private var skew: String {
    guard let clockLead else { return "" }
    let seconds = clockLead.components.seconds
    let (amount, unit) =
      switch abs(seconds) {
      case ..<600: (abs(seconds), "seconds")
      case ..<172_800: (abs(seconds) / 60, "minutes")
      default: (abs(seconds) / 86_400, "days")
      }
    return "This machine's clock is \(amount) \(unit) \(seconds > 0 ? "ahead of" : "behind") the server's, "
      + "which makes tokens and certificates invalid: set it. "
  }
}

/// What can be told from the body of an answer.
enum ServerWords {
  private static let limit = 300

  /// The message of a Status, JSON or protobuf; empty for anything else.
  static func message(_ body: [UInt8]) -> String {
    if let envelope = try? ProtobufEnvelope(body[...]), envelope.kind == "Status" {
      // Source: apimachinery meta/v1 generated.proto, Status.message.
      return words((try? ProtobufTexts(envelope.contents))?[3] ?? "")
    }
    var cursor = JSONCursor(body)
    var message = ""
    do throws(JSONFault) {
      try cursor.openObject()
      while let key = try cursor.nextKey() {
        if key == "message" { message = try cursor.optionalString() ?? "" }
      }
    } catch {
      // Damaged or cut off: what was found before counts.
    }
    return words(message)
  }

  private static func words(_ message: String) -> String {
    PluginWords.text(SecretMask.masked(message, hiding: []))
  }

  static func isWebPage(_ body: [UInt8]) -> Bool {
    let text = String(decoding: body.drop { $0 <= 0x20 }.prefix(15), as: UTF8.self).lowercased()
    return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
  }

  /// The title of a web page; empty where it has none.
  static func title(_ body: [UInt8]) -> String {
    let text = String(decoding: body.prefix(64 << 10), as: UTF8.self)
    guard let start = text.range(of: "<title>"),
      let end = text.range(of: "</title>", range: start.upperBound)
    else { return "" }
    return String(
      PluginWords.text(String(text[start.upperBound..<end.lowerBound]), between: " ").prefix(limit))
  }

  /// How a body begins.
  static func beginning(_ body: [UInt8]) -> String {
    let text = SecretMask.masked(String(decoding: body.prefix(60), as: UTF8.self), hiding: [])
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension String {
  /// The first place of a text, from an index on. Foundation's would bring Foundation.
  fileprivate func range(of text: String, range start: Index? = nil) -> Range<Index>? {
    self[(start ?? startIndex)...].firstRange(of: text)
  }
}

/// The moment that a server says it answers at.
enum HTTPDate {
  /// How far `now` is ahead of a `Date` header; nil where that is a minute at most, or no date.
  static func lead(of now: Timestamp, over header: String?) -> Duration? {
    guard let header, let date = timestamp(header) else { return nil }
    let lead = now.since(date)
    return lead > .seconds(60) || lead < .seconds(-60) ? lead : nil
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`. Source: RFC 9110 section 5.6.7.
  static func timestamp(_ text: String) -> Timestamp? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", let month = months.firstIndex(of: String(parts[2])) else {
      return nil
    }
    let number = month + 1 < 10 ? "0\(month + 1)" : "\(month + 1)"
    return Timestamp("\(parts[3])-\(number)-\(parts[1])T\(parts[4])Z")
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
