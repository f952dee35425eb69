extension YAMLValue {
  /// The path of a file that is named here: relative to the file that names it; nil, after a complaint, for what is no
  /// ordinary file.
  func file(_ path: String) -> String? {
    let name = source.source.name
    let folder = name.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let isAbsolute = path.hasPrefix("/") || !name.contains("/")
    let path = isAbsolute ? path : "\(folder)/\(path)"
    guard !Folder.isStream(path) else { return reject("'\(path)' is not an ordinary file.") }
    return path
  }
}
