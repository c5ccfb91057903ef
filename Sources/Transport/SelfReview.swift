// The two questions to Kubernetes that are asked by POST and change nothing: what may I do?

internal import StructuredText

/// A question about the rights of whoever asks. The server answers it and keeps nothing.
/// Source: kubernetes/api authorization/v1 types.go.
package enum SelfReview: Hashable, Sendable {
  /// May I do this?
  case access(ResourceAccess)
  /// What may I do in this namespace?
  case rules(namespace: String)

  /// Something that one may be allowed to do to a kind of object.
  package struct ResourceAccess: Hashable, Sendable {
    /// `list`, `watch`, `use` …
    package var verb: String
    /// The API group; empty for the oldest one.
    package var group: String
    /// The plural, such as `pods`.
    package var resource: String
    /// The namespace; empty: in all of them, or the kind has none.
    package var namespace: String
    /// The object; empty: any.
    package var name: String

    package init(verb: String, group: String, resource: String, namespace: String = "", name: String = "") {
      self.verb = verb
      self.group = group
      self.resource = resource
      self.namespace = namespace
      self.name = name
    }
  }

  private static let group = "authorization.k8s.io/v1"

  /// Where it is asked.
  var path: String {
    switch self {
    case .access: "/apis/\(Self.group)/selfsubjectaccessreviews"
    case .rules: "/apis/\(Self.group)/selfsubjectrulesreviews"
    }
  }

  /// The question as JSON.
  var body: String {
    var writer = JSONWriter("")
    writer.object { writer in
      writer.member("apiVersion", Self.group)
      switch self {
      case .access(let access):
        writer.member("kind", "SelfSubjectAccessReview")
        writer.key("spec")
        writer.object { writer in
          writer.key("resourceAttributes")
          writer.object { writer in
            writer.member("verb", access.verb)
            writer.member("group", access.group)
            writer.member("resource", access.resource)
            if !access.namespace.isEmpty { writer.member("namespace", access.namespace) }
            if !access.name.isEmpty { writer.member("name", access.name) }
          }
        }
      case .rules(let namespace):
        writer.member("kind", "SelfSubjectRulesReview")
        writer.key("spec")
        writer.object { $0.member("namespace", namespace) }
      }
    }
    return writer.target
  }
}
