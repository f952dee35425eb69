extension CSVTable {
  /// How the names of files of tables end.
  package static let fileExtensions = ["csv", "tsv", "tab", "data", "dat", "txt"]

  /// Whether a path is that of a table, by its end; a text file, which may hold either, is one unless it begins with keys.
  package static func isPath(_ path: String) -> Bool {
    let name = path.lowercased()
    guard fileExtensions.contains(where: { name.hasSuffix(".\($0)") }) else { return false }
    return !name.hasSuffix(".txt") || SourceText.head(ofFile: path)?.beginsWithKeys != true
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
