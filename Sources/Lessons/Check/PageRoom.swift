import Workbench

/// The room that a page's text has on the smallest screen, and how much of it a page takes.
///
/// Whoever sets the text measures it, so that the check cannot promise a fit that the screen does not give.
public struct PageRoom: Sendable {
  /// What a page takes.
  public struct Extent: Hashable, Sendable {
    /// All rows before it is answered, its title included.
    public let rows: Int
    /// The rows with the answer that takes the most, all hints and what a goal still lacks; blank ones as far as there is
    /// room for them.
    public let answeredRows: Int
    /// The columns of the widest line that cannot be broken.
    public let columns: Int

    /// Rows before and after an answer, and columns of what cannot be broken.
    public init(rows: Int, answeredRows: Int = 0, columns: Int) {
      (self.rows, self.answeredRows, self.columns) = (rows, answeredRows, columns)
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
    } else if extent.answeredRows > rows {
      problems.append(
        "Answered, with all its hints, the page takes \(extent.answeredRows) rows of \(columns) "
          + "columns without the blank ones, but \(rows) fit the smallest screen: say it in fewer words."
      )
    }
    if extent.columns > columns {
      problems.append(
        "Code or a table is \(extent.columns) columns wide, but \(columns) fit the smallest screen."
      )
    }
    return problems
  }
}
