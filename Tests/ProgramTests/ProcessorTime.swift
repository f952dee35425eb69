import Foundation

/// Processor time that a process has used so far: on a machine under load it says how far a program is, where a clock does not.
enum ProcessorTime {
  /// In ticks of the kernel, a hundredth of a second each; 0 where the system does not tell, or of a process that is gone.
  static func ticks(of process: Int32) -> Int {
    let fields = stat(of: process)
    return fields.count > 13 ? (Int(fields[12]) ?? 0) + (Int(fields[13]) ?? 0) : 0
  }

  /// Whether a process waits for something to happen.
  static func sleeps(_ process: Int32) -> Bool { stat(of: process).dropFirst().first == "S" }

  /// Waits until a process has computed for some hundredths of a second, or has waited for far longer than that.
  static func wait(until process: Int32, hasUsed ticks: Int) {
    #if os(Linux)
      let deadline = ContinuousClock.now + PseudoTerminal.patience
      while self.ticks(of: process) < ticks, kill(process, 0) == 0, ContinuousClock.now < deadline {
        poll(nil, 0, 10)
      }
    #else
      poll(nil, 0, Int32(ticks * 10))
    #endif
  }

  /// What the kernel says of a process after its name; the name may hold anything but the last ")".
  private static func stat(of process: Int32) -> [Substring] {
    let stat = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return stat[(stat.lastIndex(of: ")") ?? stat.startIndex)...].split(separator: " ")
  }
}
