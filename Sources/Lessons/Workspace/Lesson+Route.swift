import Workbench

extension Lesson {
  /// What must be done, and on which workspace, so that it stands as a page (from 0) leaves it.
  ///
  /// `workspaces` are those known so far, by page; they save work and change nothing: the same page always gives the same
  /// workspace, bit for bit.
  public func route(
    to page: Int, knowing workspaces: [Int: Workspace] = [:]
  ) -> (from: Workspace, actions: [Action]) {
    let known = workspaces.keys.filter { $0 <= page }.max()
    let start = known.flatMap { workspaces[$0] } ?? workspace
    let first = known.map { $0 + 1 } ?? 0
    return (start, pages[first..<(page + 1)].flatMap(\.actions).withoutOvertakenSurveys)
  }
}

extension [Action] {
  /// The same without the surveys that a later one takes the place of: who goes on quickly does not wait for them.
  fileprivate var withoutOvertakenSurveys: [Action] {
    var left = flatMap(\.steps).count { $0.deed.takesLong }
    return map { action in
      let steps = action.steps.filter { step in
        guard step.deed.takesLong else { return true }
        left -= 1
        return left == 0
      }
      return Action(steps: steps, position: action.position)
    }
  }
}
