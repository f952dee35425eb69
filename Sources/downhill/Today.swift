import Foundation

/// The day it is where the learner is.
enum Today {
  /// Counted from January 1, 1970.
  static var number: Int {
    let now = Date()
    let seconds = now.timeIntervalSince1970 + Double(TimeZone.current.secondsFromGMT(for: now))
    return Int((seconds / 86400).rounded(.down))
  }
}
