import Foundation

/// How long random walks are.
public enum WalkLength {
  /// The steps of one walk: DOWNHILL_WALK in the environment; else few where nothing is optimized.
  public static let steps = environment ?? usual

  /// Whether somebody has asked for a length.
  public static var isAsked: Bool { environment != nil }

  private static let environment = ProcessInfo.processInfo.environment["DOWNHILL_WALK"]
    .flatMap { Int($0) }

  #if DEBUG
    private static let usual = 400
  #else
    private static let usual = 4000
  #endif
}
