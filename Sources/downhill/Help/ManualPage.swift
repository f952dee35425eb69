import ArgumentParser
import Platform

/// The manual page, made from the definitions of the command line: every command, argument and option stands there once.
struct ManualPage {
  private let root: ToolDescription.Command

  /// The page of the program.
  init() throws {
    let text = Data(Downhill._dumpHelp().utf8)
    root = try JSONDecoder().decode(ToolDescription.self, from: text).command
  }

  /// The page in the macros of man(7).
  var text: String {
    var lines: [String] = [
      ".TH DOWNHILL 1 \"\" \"Downhill \(Version.number)\" \"User Commands\"", ".SH NAME",
      "downhill \\- learn how neural networks learn, in the terminal", ".SH SYNOPSIS",
    ]
    lines += synopsis(of: root, named: []) + [".br", ".B downhill", "\\fIcommand\\fR ..."]
    lines += [".SH DESCRIPTION"] + prose(root.abstract) + prose(root.discussion, after: true)
    lines += [".SH OPTIONS"] + options(of: root)
    lines += [".SH COMMANDS"] + (root.subcommands ?? []).flatMap(section) + tables
    lines += [".SH SEE ALSO", "downhill help keys, downhill help experiment, downhill help data"]
    return lines.map { $0 + "\n" }.joined()
  }

  // MARK: Commands

  private func section(on command: ToolDescription.Command) -> [String] {
    [".SS \(Self.escaped("downhill " + command.commandName))"]
      + synopsis(of: command, named: [command.commandName]) + [".PP"] + prose(command.abstract)
      + prose(command.discussion, after: true) + options(of: command)
  }

  private func synopsis(of command: ToolDescription.Command, named path: [String]) -> [String] {
    let arguments = shown(command).filter { $0.kind == "positional" }.map { argument in
      let name = "\\fI\(Self.escaped(argument.valueName ?? "value"))\\fR"
      let text = argument.isRepeating ? name + " ..." : name
      return argument.isOptional ? "[\(text)]" : text
    }
    let words = ["downhill"] + path
    return [".B \(Self.escaped(words.joined(separator: " ")))"]
      + [(["[\\fIoptions\\fR]"] + arguments).joined(separator: " ")]
  }

  private func options(of command: ToolDescription.Command) -> [String] {
    shown(command).flatMap { argument in
      [".TP", title(of: argument)] + prose(argument.abstract ?? argument.valueName)
    }
  }

  /// What has a place of its own; help and version stand with the program alone.
  private func shown(_ command: ToolDescription.Command) -> [ToolDescription.Argument] {
    (command.arguments ?? []).filter { argument in
      let isCommon = ["help", "version"].contains(argument.names?.last?.name ?? "")
      return argument.shouldDisplay && (!isCommon || command.commandName == root.commandName)
    }
  }

  private func title(of argument: ToolDescription.Argument) -> String {
    let value = Self.escaped(argument.valueName ?? "value")
    guard let names = argument.names else { return "\\fI\(value)\\fR" }
    let spelled = names.map { "\\fB\(Self.escaped($0.spelled))\\fR" }.joined(separator: ", ")
    return argument.kind == "flag" ? spelled : "\(spelled) \\fI\(value)\\fR"
  }

  // MARK: Tables

  private var tables: [String] {
    [("ENVIRONMENT", HelpTopic.environment), ("EXIT STATUS", HelpTopic.exitCodes)].flatMap {
      title, topic in
      [".SH \(title)"]
        + topic.sections().flatMap(\.rows).flatMap { row in
          [".TP", "\\fB\(Self.escaped(row.term))\\fR"]
            + prose(row.meaning.replacing("`", with: ""))
        }
    }
  }

  // MARK: Text

  /// Paragraphs; lines that are indented are commands, and stay as they are.
  private func prose(_ text: String?, after isAfter: Bool = false) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      if line.isEmpty { return [".PP"] }
      return line.hasPrefix("  ")
        ? [".nf", Self.escaped(String(line)), ".fi"] : [Self.escaped(String(line))]
    }
    return (isAfter ? [".PP"] : []) + lines
  }

  /// Text that no macro is made of.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}

/// What the library for command lines tells of one, as far as a manual page needs it.
private struct ToolDescription: Decodable {
  let command: Command

  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  struct Argument: Decodable {
    let kind: String
    let shouldDisplay: Bool
    let isOptional: Bool
    let isRepeating: Bool
    let names: [Name]?
    let valueName: String?
    let abstract: String?
  }

  struct Name: Decodable {
    let kind: String
    let name: String

    var spelled: String { (kind == "long" ? "--" : "-") + name }
  }
}
