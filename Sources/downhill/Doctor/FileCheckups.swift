import Experiments
import Lessons
import NeuralNetwork
import Platform
import TutorApp

extension Checkup {
  static let version = Checkup("version") { _ in
    .fine(
      Version.number
        + (Version.revision.map { ", built from revision \($0)" } ?? ", not built in a repository"))
  }

  static let processor = Checkup("processor") { surroundings in
    if let problem = KernelVariant.problem(ofChoice: surroundings.variable("DOWNHILL_KERNELS")) {
      return .note(SafeText.visible(problem), "Unset it: all give the same bits.")
    }
    return .fine(
      "\(KernelVariant.inUse) kernels of \(KernelVariant.all.joined(separator: ", ")): all give the same bits"
    )
  }

  static let configuration = Checkup("configuration") { surroundings in
    guard let path = Configuration.path(environment: surroundings.environment) else {
      return .fix("no place for it", "Set HOME.")
    }
    guard FileManager.default.fileExists(atPath: path) else {
      return .fine("none in \(path), and none is needed")
    }
    do {
      _ = try Configuration.load(path)
      return .fine(path)
    } catch { return .fix("\(error)", "Mend the file or delete it; 'downhill config' shows it.") }
  }

  static let progress = Checkup("progress") { surroundings in
    let file = ProgressFile(environment: surroundings.environment)
    guard let path = file.path else {
      return .fix("no place for it, so nothing is kept", "Set HOME.")
    }
    if let problem = file.problem {
      return .fix("\(path) \(problem)", "Move it away, or let XDG_STATE_HOME name another folder.")
    }
    let exists = FileManager.default.fileExists(atPath: path)
    let place = exists ? path : "none yet in \(path)"
    guard isWritable(path) else {
      return .fix(
        "\(place), which cannot be written: nothing is kept",
        "Change the permissions of its folder, or let XDG_STATE_HOME name another.")
    }
    return .fine(place)
  }

  /// Whether a file can be written, or made in the nearest folder above it that there is.
  private static func isWritable(_ path: String) -> Bool {
    var place = URL(fileURLWithPath: path)
    while !FileManager.default.fileExists(atPath: place.path), place.path != "/" {
      place.deleteLastPathComponent()
    }
    return access(place.path, W_OK) == 0 && (place.path == path || Folder.exists(place.path))
  }

  static let lessons = Checkup("lessons") { surroundings in
    do {
      let folder = try LessonLibrary.folder(given: nil, environment: surroundings.environment)
      let library = try LessonLibrary(folder: folder, panels: Panel.names, language: nil)
      guard library.problems.isEmpty else {
        return .fix(
          "\(library.problems.count.counted("problem")) in \(folder)",
          "'downhill check \(folder)' names them.")
      }
      return .fine("\(library.lessons.count) in \(folder)")
    } catch { return .fix("\(error)", "Install the program again, or set DOWNHILL_LESSONS.") }
  }

  static let data = Checkup("data") { _ in
    for name in ["digits", "insects"] {
      do {
        _ = try ExperimentFile.read(SourceText(name: name, text: "data: \(name)\nhidden: []"))
      } catch { return .fix("\(error)", "Install the program again, or set DOWNHILL_DATA.") }
    }
    return .fine("digits and insects are there")
  }
}
