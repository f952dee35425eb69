import Foundation
import Testing

@testable import Experiments

/// What a killed program leaves in its own folder.
@Suite struct LeftoverTests {
  @Test func onlyOldFilesOfWritingGo() throws {
    let root = NSTemporaryDirectory() + "downhill-\(UUID().uuidString)"
    let folder = root + "/downhill"
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: root) }
    let old = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -7200)]
    for name in [".dat.nosyncold", "playground.yaml"] {
      _ = files.createFile(atPath: "\(folder)/\(name)", contents: Data(), attributes: nil)
      try files.setAttributes(old, ofItemAtPath: "\(folder)/\(name)")
    }
    _ = files.createFile(atPath: folder + "/.dat.nosyncnew", contents: Data())
    UserFolder.state.removeLeftovers(environment: ["XDG_STATE_HOME": root])
    #expect(
      try files.contentsOfDirectory(atPath: folder).sorted() == [
        ".dat.nosyncnew", "playground.yaml",
      ])
  }

  @Test func whereThereIsNoFolderNothingHappens() {
    UserFolder.state.removeLeftovers(environment: ["XDG_STATE_HOME": "/none/there"])
    UserFolder.state.removeLeftovers(environment: [:])
  }
}
