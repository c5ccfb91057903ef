// What an operator can set: one value, whose first state is every default.

import DashboardModel
import StructuredText
import TerminalCanvas

/// Everything that a config can say. `ConfigTable` names each member; a value without changes is the defaults.
struct Config: Hashable, Sendable {
  /// SOURCE words for when none is given.
  var sources: [String] = []
  /// The kubeconfig; nil: what KUBECONFIG names, or the usual one.
  var kubeconfig: String?
  /// The kubeconfig's context for the source `k8s`; nil: the current one.
  var context: String?
  /// The namespaces to read; empty: all that may be read.
  var namespaces: [String] = []
  /// A theme's name; nil: `default`, and `mono` where there is no colour.
  var theme: String?
  /// Whether to draw with ASCII alone.
  var ascii = false
  /// When to use colour.
  var color = ColorChoice.auto
  /// Whether the mouse is the dashboard's.
  var mouse = false
  /// Whether the dashboard is lines of words.
  var linear = false
  /// Whether Linux nodes are hosts too.
  var linux = false
  /// The age from which facts are called old; nil: never.
  var oldAfter: Duration?
  /// The copies that others are compared with.
  var reference: [ReferenceCopy] = []
  /// What the model of upkeep assumes, where it is not the example's.
  var assume: [TypedAssumption] = []
  /// Other keys for commands.
  var keys: [KeyOverride] = []
  /// Filters by name.
  var filters: [NamedFilter] = []
  /// Findings that are known and accepted for a time.
  var mutes: [PlacedMute] = []
}

/// When to use colour.
enum ColorChoice: String, CaseIterable, Sendable {
  case auto, never, always
}

/// The keys of a command, instead of its own.
struct KeyOverride: Hashable, Sendable {
  let command: String
  /// None: the command is not bound.
  let keys: [PlacedKey]
  let place: TextPlace
}

/// A key where the config names it.
struct PlacedKey: Hashable, Sendable {
  let key: Key
  let place: TextPlace
}

/// A filter with a name.
struct NamedFilter: Hashable, Sendable {
  let name: String
  let text: String
  let place: TextPlace
}

/// A mute where the config has it.
struct PlacedMute: Hashable, Sendable {
  let mute: Mute
  let place: TextPlace
}
