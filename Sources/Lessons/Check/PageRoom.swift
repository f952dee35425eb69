import Workbench

/// The room that a page's text has on the smallest screen, and how much of it a page takes.
///
/// Whoever sets the text measures it, so that the check cannot promise a fit that the screen does not give.
public struct PageRoom: Sendable {
  /// What a page takes.
  public struct Extent: Hashable, Sendable {
    /// All rows, its title included.
    public let rows: Int
    /// The columns of the widest line that cannot be broken.
    public let columns: Int

    /// Rows, and columns of what cannot be broken.
    public init(rows: Int, columns: Int) {
      self.rows = rows
      self.columns = columns
    }
  }

  private let columns: Int
  private let rows: Int
  private let measure: @Sendable (Page, Workspace) -> Extent

  /// So many columns and rows; `measure` says what a page takes of them, on the workspace that it leaves.
  public init(
    columns: Int, rows: Int, measure: @escaping @Sendable (Page, Workspace) -> Extent
  ) {
    self.columns = columns
    self.rows = rows
    self.measure = measure
  }

  /// What of a page does not fit, in sentences.
  func problems(with page: Page, on workspace: Workspace) -> [String] {
    let extent = measure(page, workspace)
    var problems: [String] = []
    if extent.rows > rows {
      problems.append(
        "The page takes \(extent.rows) rows of \(columns) columns, but \(rows) fit the smallest "
          + "screen: cut it with '---'.")
    }
    if extent.columns > columns {
      problems.append(
        "Code or a table is \(extent.columns) columns wide, but \(columns) fit the smallest screen."
      )
    }
    return problems
  }
}
