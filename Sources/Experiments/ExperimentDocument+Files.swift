/// The files that an experiment names: a table of samples, a network's parameters.
extension ExperimentDocument {
  /// Whether samples or weights of it are in other files.
  public var readsFiles: Bool { root["weights"] != nil || root.namesTable }

  /// The document as it is to be written into a file, perhaps of another folder: what it reads is named from there.
  public func moved(to file: String) -> Self {
    let (old, new) = (Self.folder(of: sourceName), Self.folder(of: file))
    guard readsFiles, old != new else { return self }
    var moved = self
    moved.root = root.renamingFiles { name in
      name.hasPrefix("/") ? name : Self.path(to: Self.resolved(old + [name]), from: new)
    }
    return moved
  }

  /// The files that it is made from: its own, and those that it reads.
  public var files: [String] {
    var names: [String] = []
    _ = root.renamingFiles { name in
      names.append(name)
      return name
    }
    let folder = "/" + Self.folder(of: sourceName).joined(separator: "/")
    return [sourceName] + names.map { $0.hasPrefix("/") ? $0 : "\(folder)/\($0)" }
  }

  /// The folders, from the outermost, in which the file of a path is.
  private static func folder(of path: String) -> [String] {
    resolved([Folder.absolute(path)]).dropLast()
  }

  /// The parts of paths behind one another, each from the folder of the one before.
  private static func resolved(_ paths: [String]) -> [String] {
    paths.flatMap { $0.split(separator: "/") }.reduce(into: []) { parts, part in
      switch part {
      case ".": break
      case "..": _ = parts.popLast()
      default: parts.append(String(part))
      }
    }
  }

  /// How a file is named from a folder: by its whole path where the two have nothing in common.
  private static func path(to file: [String], from folder: [String]) -> String {
    let common = zip(file, folder).prefix { $0 == $1 }.count
    guard common > 0 else { return "/" + file.joined(separator: "/") }
    let up = Array(repeating: "..", count: folder.count - common)
    return (up + file.dropFirst(common)).joined(separator: "/")
  }
}

extension YAMLNode {
  /// Whether a table is named in it; rows of numbers name nothing.
  fileprivate var namesTable: Bool {
    if let text { return CSVTable.isPath(text) }
    return members?.contains { $0.key == "csv" || $0.value.namesTable } ?? false
  }

  /// The same with other names for the files that it names.
  fileprivate func renamingFiles(_ rename: (String) -> String) -> YAMLNode {
    guard let members else { return namesTable ? renamed(rename) : self }
    let changed = members.map { member in
      let isFile = ["csv", "weights"].contains(member.key) && member.value.text != nil
      let value = isFile ? member.value.renamed(rename) : member.value.renamingFiles(rename)
      return Member(member.key, value, position: member.position)
    }
    return YAMLNode(.group(changed), position: position)
  }

  private func renamed(_ rename: (String) -> String) -> YAMLNode {
    text.map { YAMLNode(.scalar(rename($0), isQuoted: true), position: position) } ?? self
  }
}
