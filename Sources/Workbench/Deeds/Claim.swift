import Experiments

/// `expect`: a claim; the check proves it, the app passes over it.
public struct Claim: Deed {
  /// What must hold.
  public let term: Term

  /// A claim of a term.
  package init(_ term: Term) { self.term = term }

  /// Nothing: a claim changes nothing.
  public func perform(
    on workspace: inout Workspace, watch: Survey.Watch?, at position: SourcePosition
  ) {}
}
