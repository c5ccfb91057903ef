// A question to a server. It can only be one that changes nothing.

/// A header of a request or an answer.
package struct HTTPHeader: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A header whose value is printed nowhere: `Authorization`, and whatever an operator's config adds.
package struct SecretHeader: Hashable, Sendable {
  package var name: String
  package var value: SecretText

  package init(_ name: String, _ value: SecretText) {
    self.name = name
    self.value = value
  }
}

/// A member of a query: `limit=500`.
package struct QueryItem: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A request. No initializer takes a method or a body: what it can say is GET, and the two questions of `SelfReview`,
/// which Kubernetes takes as POST and stores nowhere.
package struct HTTPRequest: Hashable, Sendable {
  /// What is asked; settable by initializers alone.
  enum Question: Hashable, Sendable {
    case get
    case review(SelfReview)
  }
  let question: Question

  /// The path, unescaped, with a slash in front; for a review its own.
  package let path: String
  /// The query, unescaped.
  package var query: [QueryItem]
  /// Headers that may be shown.
  package var headers: [HTTPHeader] = []
  /// Headers that may not.
  package var secrets: [SecretHeader] = []
  /// Whether the answer may come compressed. What is read is the same either way.
  package var acceptsGzip = false
  /// How long nothing may come, from the moment that the request is sent; nil: for ever, as for a watch. The time that a
  /// reader takes does not count.
  package var silenceLimit: Duration? = .seconds(30)

  /// A GET.
  package init(get path: String, query: [QueryItem] = []) {
    question = .get
    self.path = path
    self.query = query
  }

  /// A question about one's own rights.
  package init(_ review: SelfReview) {
    question = .review(review)
    path = review.path
    query = []
  }

  /// The method, for logs and tests.
  package var method: String {
    switch question {
    case .get: "GET"
    case .review: "POST"
    }
  }
}
