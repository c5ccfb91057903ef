// Mutes as a config has them: a rule, a reason and a last day, each of which must be said.

import DashboardModel
import StructuredText

/// The keys of a mute, for reading, writing, schema and documentation alike.
enum MuteKey: String, CaseIterable {
  case rule, subject, cluster, reason, until

  var isRequired: Bool { self == .rule || self == .reason || self == .until }

  var sentence: String {
    switch self {
    case .rule: "The rule's id or name, such as GMSA103 or surplus-copy."
    case .subject:
      "What it is about, as findings print it, with or without its kind; * stands for anything. All without it."
    case .cluster: "The cluster's name; * stands for anything. All clusters without it."
    case .reason: "Why the finding is accepted."
    case .until: "The last day on which it mutes, as YYYY-MM-DD, in UTC."
    }
  }
}

extension ConfigShape where Value == [PlacedMute] {
  /// A list of mutes.
  static var mutes: Self {
    let words = "a list of mutes"
    return ConfigShape(words: words) { node, reading in
      guard let nodes = reading.elements(node, words) else { return nil }
      return nodes.compactMap { node in
        mute(node, &reading).map { PlacedMute(mute: $0, place: node.place) }
      }
    } write: { mutes in
      mutes.isEmpty
        ? .inline("[]") : .block(mutes.map { .init(lines: lines(of: $0.mute), place: $0.place) })
    } schema: { json in
      json.member("type", "array")
      json.key("items")
      json.object(writeSchema)
    }
  }

  private static func mute(_ node: DocumentNode, _ reading: inout ConfigReading) -> Mute? {
    guard let members = reading.members(node, "a mute with rule, reason and until") else { return nil }
    var texts: [MuteKey: String] = [:]
    var isWhole = true
    for member in members {
      guard let key = MuteKey(rawValue: member.name) else {
        reading.note(
          .unknown(what: "key of a mute", name: member.name, known: MuteKey.allCases.map(\.rawValue)),
          at: member.namePlace)
        continue
      }
      texts[key] = text(of: key, member.value, &reading)
      if texts[key] == nil { isWhole = false }
    }
    for key in MuteKey.allCases where key.isRequired && !members.contains(where: { $0.name == key.rawValue })
    {
      reading.note(.missing(what: "\(key.rawValue) (\(key.sentence))"), at: node.place)
    }
    guard isWhole, let rule = texts[.rule], let reason = texts[.reason],
      let until = texts[.until].flatMap(CalendarDay.init)
    else { return nil }
    return Mute(
      rule: rule, subject: texts[.subject].map(MutePattern.init),
      cluster: texts[.cluster].map(MutePattern.init), reason: reason, until: until)
  }

  private static func text(
    of key: MuteKey, _ node: DocumentNode, _ reading: inout ConfigReading
  ) -> String? {
    switch key {
    case .rule:
      let known = RuleCatalogue.all.flatMap { [$0.card.id, $0.card.name] }
      // A mute of a rule that was taken back hides nothing, and must not keep the program from starting.
      guard let rule = node.string, known.contains(rule) || RuleCatalogue.retired.contains(rule) else {
        return reading.unexpected(node, "a rule's id or name", known: known)
      }
      return rule
    case .until:
      guard let text = node.string, CalendarDay(text) != nil else {
        return reading.unexpected(node, "a day as YYYY-MM-DD")
      }
      return text
    case .subject, .cluster: return reading.text(node, "a name, in which * stands for anything")
    case .reason:
      guard let reason = node.string, reason.contains(where: { !$0.isWhitespace }) else {
        return reading.unexpected(node, "the reason, as text")
      }
      return reason
    }
  }

  private static func lines(of mute: Mute) -> [String] {
    var members: [(MuteKey, String)] = [(.rule, mute.rule)]
    if let subject = mute.subject { members.append((.subject, subject.text)) }
    if let cluster = mute.cluster { members.append((.cluster, cluster.text)) }
    members += [(.reason, mute.reason), (.until, mute.until.text)]
    return members.enumerated().map { index, member in
      let start = index == 0 ? "- " : "  "
      // A day is text here, and some readers of YAML would make a date of it; ours does not.
      let value = member.0 == .until ? member.1 : YAMLWord.text(member.1)
      return "\(start)\(member.0.rawValue): \(value)"
    }
  }

  private static func writeSchema(_ json: inout JSONWriter<String>) {
    json.member("type", "object")
    json.member("additionalProperties", false)
    json.key("required")
    json.array { json in for key in MuteKey.allCases where key.isRequired { json.value(key.rawValue) } }
    json.key("properties")
    json.object { json in
      for key in MuteKey.allCases {
        json.key(key.rawValue)
        json.object { json in
          json.member("type", "string")
          if key == .until { json.member("format", "date") }
          json.member("description", key.sentence)
        }
      }
    }
  }
}
