import NeuralNetwork

extension ExperimentFile {
  /// The same recipe on the rows of a learner's table, whose path is relative to the present folder.
  ///
  /// No other file can be named by what is replaced in it later, since a lesson may not read any.
  /// - Throws: everything that is wrong with the table, or with the recipe on it.
  public func onTable(
    _ path: String, target: String, inputs: [String]
  ) throws(Diagnostics) -> ExperimentFile {
    let table = YAMLNode.group([
      ("csv", YAMLNode(path)), ("inputs", YAMLNode(inputs.map { YAMLNode($0) })),
      ("target", YAMLNode(target)),
    ])
    let source = SourceText(name: "lesson", text: "")
    var edits = [ExperimentEdit("data", value: table)]
    // Nobody can answer the question whether numbers are classes or amounts, and a lesson on a table is about classes.
    if try TableColumns.table(of: path).mayBeClasses(target) {
      edits.append(ExperimentEdit("loss", value: YAMLNode("crossentropy")))
    }
    let open = try ExperimentDocument(root: document.root, source: source).read(replacing: edits)
    return try ExperimentDocument(root: open.document.root, source: source, mayReadFiles: false)
      .read(knowing: open)
  }
}

/// The columns of a table, before anybody has said what they are for.
public enum TableColumns {
  /// Their names in order.
  /// - Throws: what is wrong with the file.
  public static func names(of path: String) throws(Diagnostics) -> [String] {
    try table(of: path).names
  }

  fileprivate static func table(of path: String) throws(Diagnostics) -> CSVTable {
    let source: SourceText
    do { source = try SourceText(path: path, limit: CSVTable.sizeLimit) } catch {
      throw Diagnostics([error])
    }
    return try CSVTable(source)
  }
}
