// What one file said: objects, which lists they were, and what could not be read.

import DashboardModel

/// What one file said. Kept for as long as the file stays the same.
struct FileReading: Sendable {
  /// The path, or `-`.
  var source: String
  /// Objects in the order of the file.
  var objects: [ReadObject] = []
  /// Which lists the file holds.
  var lists: [ReadList] = []
  /// Swarm config names by cluster and ID, as services and tasks froze them.
  var configNames: [ClusterName: [String: String]] = [:]
  /// Replicas that have nothing to do with credential specs.
  var skippedReplicas = 0
  /// The feeds of a snapshot of ours.
  var snapshot: [FeedSlice] = []
  /// Contents of credential specs that stand in the file by themselves.
  var looseContents: [CredentialSpecContents] = []
  /// Objects that could not be read.
  var unreadable: [UnreadableItem] = []
  /// What is wrong with the file as a whole; what was readable stands above all the same.
  var fault: FeedFault?
  /// Whether it ends in the middle: another process may be writing it.
  var isCutOff = false
  /// When the file was last written; for a stream, when it was read.
  var writtenAt: Timestamp?
  /// Objects of kinds that nothing here concerns, by kind.
  var ignoredKinds: [String: Int] = [:]

  init(source: String) { self.source = source }

  /// Whether it holds anything to show.
  var isEmpty: Bool {
    objects.isEmpty && lists.isEmpty && snapshot.isEmpty && looseContents.isEmpty && unreadable.isEmpty
  }
}

/// A list that a file holds, for telling "not in the list" from "no list".
struct ReadList: Hashable, Sendable {
  var cluster: ClusterName
  var kind: ObjectKind
  var coverage: Coverage
}
