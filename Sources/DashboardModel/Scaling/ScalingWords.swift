// The scaling figures in words, for screens and reports alike.

extension Scaling {
  /// The story in one sentence.
  public var headline: String {
    if total.references == 0 { return "no service refers to a credspec: nothing is needed anywhere" }
    let byHand = NumberText.grouped(total.byHand)
    let copies = total.byHand == 1 ? "copy" : "copies"
    let needed = NumberText.grouped(total.handedOver)
    let ratio = total.ratio == nil ? "" : ": \(total.ratioText) to 1"
    return "\(byHand) \(copies) by hand, \(needed) needed now\(ratio)"
  }

  /// A figure with its word and what it counts.
  public struct Labelled: Hashable, Sendable {
    /// The word.
    public let label: String
    /// The number.
    public let value: String
    /// What it counts, in one line.
    public let meaning: String
  }

  /// The figures of the fleet, in the order in which they tell the story.
  public var labelled: [Labelled] {
    func figure(_ label: String, _ value: String, _ meaning: String) -> Labelled {
      Labelled(label: label, value: value, meaning: meaning)
    }
    let figures = total.figures
    let atLeast = figures.unverified == 0 ? "" : ", of what was told"
    return [
      figure(
        "by hand", NumberText.grouped(total.byHand), "copies: each credspec on each host that may need it"),
      figure("needed now", NumberText.grouped(total.handedOver), "copies: what an orchestrator hands over"),
      figure("ratio", total.ratioText, "copies by hand for one that is needed now"),
      figure(
        "lie there", NumberText.grouped(figures.present), "copies that hosts or replicas have\(atLeast)"),
      figure("surplus", NumberText.grouped(figures.surplus), "of these lie where nobody needs them"),
      figure(
        "missing", NumberText.grouped(figures.missing + figures.atRisk),
        "are not where one is needed, or may be soon"),
      figure(
        "handed over", NumberText.grouped(handedOverToday), "copies that an orchestrator delivers today"),
      figure("pairs", NumberText.grouped(total.pairs), "services x hosts that each may run on"),
    ]
  }

  /// What the figures do not know, a sentence each; none where everything was told.
  public var remarks: [String] {
    var sentences: [String] = []
    func count(_ number: Int, _ noun: String) -> String {
      "\(NumberText.grouped(number)) \(noun)\(number == 1 ? "" : "s")"
    }
    if unverifiedHosts > 0 {
      sentences.append(
        "\(count(unverifiedHosts, "host")) of \(NumberText.grouped(hosts)) "
          + "\(unverifiedHosts == 1 ? "is" : "are") unverified in \(count(total.figures.unverified, "place")): "
          + "nobody has told what lies there")
    }
    if total.untoldHosts > 0 {
      sentences.append(
        "for \(count(total.untoldHosts, "place")) it is not known whether a service may run there: "
          + "copies by hand are at least what is counted")
    }
    if !clustersReadInPart.isEmpty {
      let names = clustersReadInPart.map(\.text).joined(separator: ", ")
      sentences.append("not all replicas of \(names) were read: more may be needed now than are counted")
    }
    if total.figures.notCompared > 0 {
      let number = total.figures.notCompared
      sentences.append(
        "the contents of \(NumberText.grouped(number)) \(number == 1 ? "copy was" : "copies were") not compared"
      )
    }
    return sentences
  }

  /// What the averages and curves take for granted, a sentence each.
  public static let assumptions = [
    "by hand counts a host where a service may run now; drained hosts come back when they are open again",
    "one more host, service or credspec is like the average one of this fleet; a new service has an identity of "
      + "its own",
    "one more service costs nothing by hand only where its credspec already lies on all its hosts",
    "a service's own template names its credspec under every way and is not counted",
    "under Kubernetes each service has a service account of its own",
  ]
}
