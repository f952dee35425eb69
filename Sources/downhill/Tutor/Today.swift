import Platform

/// The day it is where the learner is.
enum Today {
  /// Counted from January 1, 1970.
  static var number: Int {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return Int((Double(now + local.tm_gmtoff) / 86400).rounded(.down))
  }
}
