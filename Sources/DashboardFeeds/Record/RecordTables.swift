// What repeats in a segment of a record is written once and named by number after that: names, contents, identities,
// templates. A new segment begins with empty tables, so that it can be read alone.

import DashboardModel

/// The numbers that a writer has given.
struct RecordTables {
  /// Contents are equal as JSON though remarks on them may differ; a record keeps both.
  private struct ContentsKey: Hashable {
    let canonical: String
    let remarks: [ContentsRemark]
  }

  private var texts: [String: Int] = [:]
  private var subjects: [Subject: Int] = [:]
  private var contents: [ContentsKey: Int] = [:]
  private var identities: [[HandedIdentity]: Int] = [:]
  private var templates: [SharedTemplate: Int] = [:]
  /// Replicas share their template objects: one look at the object mostly tells, and its facts need not be hashed.
  private var templateObjects: [ObjectIdentifier: (object: SharedTemplate, number: Int)] = [:]

  /// A subject's number, and whether it has it from now on.
  mutating func number(of subject: Subject) -> (number: Int, isNew: Bool) {
    if let known = subjects[subject] { return (known, false) }
    subjects[subject] = subjects.count + 1
    return (subjects.count, true)
  }

  /// Writes a text's number, and the text where it is new. 0 is nil.
  mutating func text(_ text: String?, _ bytes: inout RecordBytes) {
    guard let text else { return bytes.number(0) }
    if let known = texts[text] { return bytes.number(known) }
    texts[text] = texts.count + 1
    bytes.number(texts.count)
    bytes.text(text)
  }

  /// The same for contents.
  mutating func contents(_ value: CredentialSpecContents?, _ bytes: inout RecordBytes) throws {
    guard let value else { return bytes.number(0) }
    let key = ContentsKey(canonical: value.canonical, remarks: value.remarks)
    if let known = contents[key] { return bytes.number(known) }
    contents[key] = contents.count + 1
    bytes.number(contents.count)
    bytes.blob(try SnapshotCoding.encode(value))
  }

  /// The same for what a replica was handed; 0 is nothing.
  mutating func identities(_ value: [HandedIdentity], _ bytes: inout RecordBytes) throws {
    if value.isEmpty { return bytes.number(0) }
    if let known = identities[value] { return bytes.number(known) }
    identities[value] = identities.count + 1
    bytes.number(identities.count)
    bytes.blob(try SnapshotCoding.encode(value))
  }

  /// The same for a template.
  mutating func template(_ value: SharedTemplate?, _ bytes: inout RecordBytes) throws {
    guard let value else { return bytes.number(0) }
    if let known = templateObjects[ObjectIdentifier(value)] { return bytes.number(known.number) }
    if let known = templates[value] {
      // Remembered with the object, whose address could else come to mean another one.
      if templateObjects.count < 65_536 { templateObjects[ObjectIdentifier(value)] = (value, known) }
      return bytes.number(known)
    }
    templates[value] = templates.count + 1
    templateObjects[ObjectIdentifier(value)] = (value, templates.count)
    bytes.number(templates.count)
    bytes.blob(try SnapshotCoding.encode(value.template))
  }
}

/// What the numbers of a segment mean, as a reader learns it.
struct RecordWords {
  private var texts: [String] = []
  private var subjects: [Subject] = []
  private var contents: [CredentialSpecContents] = []
  private var identities: [[HandedIdentity]] = []
  private var templates: [SharedTemplate] = []

  /// The subject of a number; nil where it is not known yet.
  func subject(_ number: Int) -> Subject? {
    subjects.indices.contains(number - 1) ? subjects[number - 1] : nil
  }

  var subjectCount: Int { subjects.count }

  mutating func learn(_ subject: Subject) { subjects.append(subject) }

  mutating func text(_ input: inout RecordInput) throws(RecordDamage) -> String? {
    let number = try input.number()
    if number == 0 { return nil }
    if number == texts.count + 1 { texts.append(try input.text()) }
    guard texts.indices.contains(number - 1) else { throw RecordDamage(what: "a text's number") }
    return texts[number - 1]
  }

  mutating func contents(_ input: inout RecordInput) throws -> CredentialSpecContents? {
    let number = try input.number()
    if number == 0 { return nil }
    if number == contents.count + 1 {
      contents.append(try SnapshotCoding.decode(CredentialSpecContents.self, from: input.blob()))
    }
    guard contents.indices.contains(number - 1) else { throw RecordDamage(what: "a number of contents") }
    return contents[number - 1]
  }

  mutating func identities(_ input: inout RecordInput) throws -> [HandedIdentity] {
    let number = try input.number()
    if number == 0 { return [] }
    if number == identities.count + 1 {
      identities.append(try SnapshotCoding.decode([HandedIdentity].self, from: input.blob()))
    }
    guard identities.indices.contains(number - 1) else { throw RecordDamage(what: "an identity's number") }
    return identities[number - 1]
  }

  mutating func template(_ input: inout RecordInput) throws -> SharedTemplate? {
    let number = try input.number()
    if number == 0 { return nil }
    if number == templates.count + 1 {
      templates.append(
        SharedTemplate(try SnapshotCoding.decode(WorkloadTemplate.self, from: input.blob())))
    }
    guard templates.indices.contains(number - 1) else { throw RecordDamage(what: "a template's number") }
    return templates[number - 1]
  }
}
