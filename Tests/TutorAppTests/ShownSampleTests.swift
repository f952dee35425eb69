import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// One sample is shown by all panels, and any place of a plane is an input.
@Suite struct ShownSampleTests {
  @Test func aMistakeThatIsHeldOutIsShownByEveryPanel() throws {
    var tutor = try Tutor(Samples.images).pressing("N")
    let (row, heldOut) = (
      try #require(tutor.model.look.guess), try #require(tutor.run.heldOut)
    )
    let picture = NetworkPicture(tutor.model, glyphs: .braille)
    #expect(picture.inputs == Array(heldOut.inputs.row(row)))
    #expect((1...3).map { picture.target(unit: $0) } == Array(heldOut.targets.row(row)))
    #expect(picture.error == nil)
    for panel in [Panel.network, .shares] {
      #expect(panel.title(in: tutor.model).hasSuffix(", held-out sample \(row + 1)"))
    }
    let words = Panel.network.words(tutor.model).joined()
    #expect(words.contains("held-out sample \(row + 1)"), "\(words)")
    tutor.press("x")
    let other = NetworkPicture(tutor.model, glyphs: .braille)
    #expect(other.inputs == Array(tutor.run.dataset.inputs.row(tutor.model.pinnedSample)))
  }

  /// No step has the sums of a held-out sample: beside what its units put out stands no other sample's z.
  @Test func theSumsOfAHeldOutSampleAreNotThoseOfAnother() throws {
    var experiment = Samples.classifier(shape: [3, 3, 3])
    experiment.layers[1].activation = .softmax
    experiment.loss = .categoricalCrossEntropy
    // Whatever it says of one kind of inputs is wrong of most.
    experiment.data = .explicit(
      inputs: (0..<12).map { _ in [1, 0, 1] },
      targets: (0..<12).map { row in (0..<3).map { row % 3 == $0 ? 1 : 0 } })
    experiment.holdout = .share(0.5)
    let tutor = try Tutor(experiment).pressing("u", "N")
    #expect(tutor.model.shownHeldOut != nil)
    let lines = tutor.drawing(of: .network, 130, 60, isZoomed: true).lines
    let rows = lines.filter { $0.hasPrefix(" a₁[") }
    #expect(rows.count == 3 && rows.allSatisfy { $0.contains(/· {2,}-?\d/) }, "\(rows)")
  }

  /// Where nothing is held out, the sample that x has chosen is the one that the images begin with.
  @Test func theImagesBeginWithTheShownSample() throws {
    var experiment = Samples.images
    experiment.holdout = nil
    var tutor = try Tutor(
      experiment, panels: ["images", "network"], size: Size(width: 120, height: 40))
    tutor.model.panels = [.images, .network]
    let before = tutor.screen
    tutor.press("x", "x", "x")
    let samples = tutor.screen.split(separator: "\n").filter {
      $0.contains("✓") || $0.contains("→")
    }
    #expect(
      samples != before.split(separator: "\n").filter { $0.contains("✓") || $0.contains("→") })
  }

  private func center(_ panel: Panel, _ tutor: Tutor) throws -> Point {
    let rect = try #require(tutor.model.layout.placements.first { $0.panel == panel }).rect
    return Point(x: rect.x + rect.width / 2, y: rect.y + rect.height / 2)
  }

  private func click(_ tutor: inout Tutor, _ point: Point) throws -> [Double] {
    tutor.point(Mouse(.press(button: 0), at: point))
    let notice = try #require(tutor.model.notice)
    return notice.replacing("−", with: "-").split { " :,;".contains($0) }.compactMap { Double($0) }
  }

  /// A click says what the network makes of the input there, and I follows it.
  @Test(arguments: ["moons", "line-fit"]) func aClickTestsAnInput(name: String) throws {
    var tutor = try Tutor(#require(Preset.named(name)), size: Size(width: 120, height: 40))
    let point = try center(.data, tutor)
    let count = tutor.run.network.inputCount
    let left = try click(&tutor, point)
    #expect(tutor.model.notice?.contains("the output is") == true)
    let right = try click(&tutor, Point(x: point.x + 3, y: point.y))
    #expect(left[0] < right[0])
    let output = tutor.run.network.outputs(for: Matrix([Array(right.prefix(count))]))[0, 0]
    #expect(abs(output - right[count]) < 0.02)
    tutor.press("I")
    let scene = try #require(tutor.model.scene as? FollowScene)
    #expect(abs(scene.inputs[0] - right[0]) < 0.01 && scene.sample == nil)
    tutor.press(.escape, "u", "I")
    #expect((tutor.model.scene as? FollowScene)?.sample != nil)
  }

  /// The title of the panel still puts it in focus.
  @Test func aClickOnTheTitleIsForThePanel() throws {
    var tutor = try Tutor(#require(Preset.named("moons")), size: Size(width: 120, height: 40))
    let rect = try #require(tutor.model.layout.placements.first { $0.panel == .data }).rect
    tutor.point(Mouse(.press(button: 0), at: rect.origin))
    #expect(tutor.model.look.focusedPanel == .data)
  }
}
