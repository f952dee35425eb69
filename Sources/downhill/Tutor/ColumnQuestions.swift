import ArgumentParser
import Experiments
import Lessons

/// What the columns of a learner's table are for, asked line by line before a lesson opens.
struct ColumnQuestions {
  private let names: [String]

  /// - Throws: what is wrong with the table.
  init(_ path: String) throws(Diagnostics) {
    names = try TableColumns.names(of: path)
    guard names.count > 1 else {
      throw Diagnostics([
        Diagnostic(file: path, message: "A table for a lesson has two columns or more.")
      ])
    }
  }

  /// The column to foretell, and those to foretell it from; an empty line takes what stands in brackets.
  /// - Throws: what ends the program where the learner leaves.
  func ask() throws -> (target: String, inputs: [String]) {
    Output.write("Columns: \(names.joined(separator: ", "))\n")
    let target = try answer("Which one is to be told", usual: [names[names.count - 1]]) { chosen in
      chosen.count == 1 ? nil : "One column, please."
    }[0]
    let inputs = try answer("From which ones", usual: names.filter { $0 != target }) { chosen in
      chosen.contains(target) ? "'\(target)' is what is to be told." : nil
    }
    return (target, inputs)
  }

  /// Columns of the table; asked again as long as there is something to object.
  private func answer(
    _ question: String, usual: [String], objection: ([String]) -> String?
  ) throws -> [String] {
    while true {
      Output.write("\(question)? [\(usual.joined(separator: ", "))] ")
      let line = readLine() ?? ""
      let chosen = line.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }.map(name)
      if ["quit", "q"].contains(chosen.first), chosen.allSatisfy({ !names.contains($0) }) {
        throw ExitCode.success
      }
      if chosen.isEmpty { return usual }
      let unknown = chosen.first { !names.contains($0) }
      let problem = unknown.map { "There is no column called '\(SafeText.visible($0))'." }
      guard let problem = problem ?? objection(chosen) else { return chosen }
      Output.write(problem + "\n")
    }
  }

  /// The column that a word means: its name, or its number from 1.
  private func name(_ word: String) -> String {
    guard !names.contains(word), let number = Int(word), names.indices.contains(number - 1) else {
      return word
    }
    return names[number - 1]
  }
}
