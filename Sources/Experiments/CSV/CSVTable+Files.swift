extension CSVTable {
  /// How the names of files of tables end.
  package static let fileExtensions = ["csv", "tsv", "tab", "data", "dat"]

  /// Whether a path is that of a table, by its end.
  package static func isPath(_ path: String) -> Bool {
    let path = path.lowercased()
    return fileExtensions.contains { path.hasSuffix(".\($0)") }
  }

  /// The table of a file that an experiment file names, its path relative to that file; nil after complaints.
  static func read(
    _ path: String, for value: YAMLValue, header: Bool? = nil, decimal: CSVDecimal? = nil
  ) -> CSVTable? {
    guard let path = value.file(path) else { return nil }
    let source: SourceText
    do { source = try SourceText(path: path, limit: sizeLimit) } catch {
      guard error.position == nil else {
        value.source.diagnose([error])
        return nil
      }
      return value.reject("'\(path)' cannot be used. \(error.message)")
    }
    do { return try CSVTable(source, header: header, decimal: decimal) } catch {
      value.source.diagnose(error.list)
      return nil
    }
  }
}
