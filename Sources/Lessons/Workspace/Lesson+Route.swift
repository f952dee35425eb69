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
    return (start, pages[first..<(page + 1)].flatMap(\.actions))
  }
}
