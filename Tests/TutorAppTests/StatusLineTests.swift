import Foundation
import NeuralNetwork
import SeededRandom
import TerminalCanvas
import Testing

@testable import TutorApp

/// The line that always says where the run stands.
@Suite struct StatusLineTests {
  private func drawn(
    _ tutor: Tutor, width: Int, height: Int = 1, glyphs: GlyphSet = .braille
  ) -> Canvas {
    var canvas = Canvas(size: Size(width: width, height: height), glyphs: glyphs)
    let row = canvas.bounds.split(bottom: 1).bottom
    drawStatus(tutor.model, in: row, beside: [.diagnosis], on: &canvas)
    return canvas
  }

  private func words(_ tutor: Tutor) -> String { statusText(tutor.model).plain }

  // MARK: - What it says

  /// What a network's layers have besides units stands beside its shape.
  @Test func theLayersPartsAreNamed() throws {
    let plain = try Tutor.playground("xor", "set hidden [4, 4]")
    #expect(!recipeTexts(plain.model)[0].contains("residual"))
    let both = try Tutor.playground(
      "xor", "set hidden [4, 4]", "set residual true", "set batch_norm true")
    #expect(recipeTexts(both.model)[0].contains(" · residual · batch norm · "))
  }

  /// While a run plays, what stands behind its loss stays where it is.
  @Test(arguments: [10, 2000]) func nothingJumpsWhilePlaying(from update: Int) throws {
    var tutor = try Tutor.playground("xor", "goto \(update)")
    var widths: Set<Int> = []
    for _ in 0..<50 {
      tutor.press("u")
      tutor.model.isPlaying = true
      widths.insert(words(tutor).components(separatedBy: "right")[0].count)
    }
    #expect(widths.count == 1, "\(widths)")
  }

  /// In the playground what is wrong stands there, unless a panel says it.
  @Test func whatIsWrongIsSaid() throws {
    var tutor = try Tutor.playground("xor", "set learning_rate 500")
    #expect(!tutor.screen.contains("! "))
    for _ in 0..<20 { tutor.press("u") }
    let problem = try #require(tutor.model.diagnoses.first)
    let row = Rect(x: 0, y: 0, width: 100, height: 1)
    var canvas = Canvas(size: row.size, glyphs: .braille)
    drawStatus(tutor.model, in: row, on: &canvas)
    #expect(canvas.text.contains("! \(problem.headline)"))
    #expect(canvas[98, 0].style.role == .warning)
    drawStatus(tutor.model, in: row, beside: [.diagnosis], on: &canvas)
    #expect(!canvas.text.contains(problem.headline))
    // A lesson leaves it to be found out.
    var lesson = try Tutor(Samples.twoNeurons)
    for _ in 0..<9 { lesson.press("+", "u") }
    #expect(!lesson.screen.contains("! "))
  }

  @Test func phaseByPhase() throws {
    var tutor = try Tutor(Samples.twoNeurons).pressing(",", ",", ",", ",", ",", ",")
    var seen: [String] = []
    for _ in 0..<7 {
      seen.append(words(tutor))
      tutor.press(".")
    }
    #expect(
      seen == [
        "update 0 · loss not yet · η 0.4 · nothing done yet · paused",
        "update 0 · loss not yet · η 0.4 · forward, layer 1 · paused",
        "update 0 · loss not yet · η 0.4 · forward, layer 2 · paused",
        "update 0 · loss 0.1082 · η 0.4 · loss · paused",
        "update 0 · loss 0.1082 · η 0.4 · backward, layer 2 · paused",
        "update 0 · loss 0.1082 · η 0.4 · paused",
        "update 1 · loss not yet · η 0.4 · update made · paused",
      ])
  }

  @Test func theRunAndItsPlaying() throws {
    var tutor = try Tutor(Samples.xor).pressing("u", "c", "+")
    #expect(words(tutor).hasSuffix("η 0.2 · run B · paused"))
    tutor.press("a")
    #expect(words(tutor).contains("· run B ·"))
    tutor.model.isPlaying = true
    #expect(words(tutor).hasSuffix("· ▶ 10 updates/s"))
    tutor.model.target = 500
    #expect(words(tutor).hasSuffix("· ▶ to update 500"))
  }

  @Test(arguments: Pace.allCases) func everyPaceIsNamed(pace: Pace) throws {
    var tutor = try Tutor(Samples.line)
    (tutor.model.look.pace, tutor.model.isPlaying) = (pace, true)
    #expect(words(tutor).hasSuffix("▶ \(pace.label)"))
  }

  @Test func whatIsHeldOutIsSaidUnlessAQuestionIsOpen() throws {
    let tutor = try Tutor(Samples.images).pressing("u")
    let loss = try #require(tutor.run.heldOutLoss)
    let right = try #require(tutor.run.heldOutAccuracy)
    #expect(
      words(tutor).contains("· held out \(compact(loss)) · held out right \(percent(right)) ·"))
    #expect(try !words(Tutor(Samples.xor)).contains("held out"))
  }

  @Test func batchesHaveEpochsOfTheirOwn() throws {
    var experiment = Samples.classifier(shape: [2, 3, 1])
    experiment.batches = .size(2)
    let tutor = try Tutor(experiment).pressing("u", "u", "u", "u")
    #expect(tutor.run.epoch == 1)
    #expect(words(tutor).hasPrefix("update 4 · epoch 1 · "))
    #expect(try !words(Tutor(Samples.line).pressing("u")).contains("epoch"))
  }

  /// For ears there are commas, and the same parts.
  @Test func theSameInWords() throws {
    for experiment in Samples.all {
      let model = try Tutor(experiment).pressing("u", "c").model
      #expect(
        statusWords(model).components(separatedBy: ", ").count
          >= statusText(model).plain.components(separatedBy: " · ").count)
      #expect(!statusWords(model).contains("·"))
    }
  }

  // MARK: - What has room

  /// Parts are shed whole, the largest rank first, and those that are left keep their order.
  @Test(arguments: 0..<5) func partsAreShedByRank(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    let parts = (0..<8).map { index in
      StatusPart(
        String(repeating: "\(index)", count: Int.random(in: 1...9, using: &random)),
        rank: index == 0 ? 0 : Int.random(in: 1...6, using: &random))
    }
    for width in 0...90 {
      let text = StatusLine.fitting(width, parts, .braille).plain
      let shown = text.components(separatedBy: " · ")
      let kept = parts.filter { shown.contains($0.text.plain) }
      #expect(shown == kept.map(\.text.plain), "whole and in order")
      #expect(text.count <= width || kept.count == 1)
      let shed = parts.filter { !shown.contains($0.text.plain) }.map(\.rank).min() ?? .max
      #expect(kept.allSatisfy { $0.rank < shed })
    }
    #expect(StatusLine.fitting(10, [], .ascii).plain.isEmpty)
  }

  /// Whatever the width: what is shown of the state is a part of it, and the update is never shed.
  @Test(arguments: [0, 1, 2, 12, 20, 30, 40, 60, 80, 120, 200])
  func theUpdateIsNeverShed(width: Int) throws {
    for experiment in Samples.all {
      let tutor = try Tutor(experiment).pressing("u", "c", "+")
      let line = drawn(tutor, width: width).lines[0]
      #expect(line.hasPrefix(" update 1".prefix(max(0, width - 1))) || width < 3, "\(line)")
      let ascii = drawn(tutor, width: width, glyphs: .ascii).lines[0]
      #expect(ascii.utf8.allSatisfy { $0 < 128 })
    }
  }

  /// The recipe stands at the end where it has room, and never touches the state.
  @Test func theRecipeHasWhatRoomIsLeft() throws {
    let tutor = try Tutor(Samples.deep).pressing("u")
    let (state, recipes) = (words(tutor), recipeTexts(tutor.model))
    #expect(recipes[0] == "2-8-8-8-8-8-8-8-1 sigmoid · xavier · SGD · full batch")
    #expect(recipes.map(\.count) == recipes.map(\.count).sorted(by: >))
    for width in state.count...200 {
      let line = drawn(tutor, width: width).lines[0]
      let end = recipes.first { state.count + 3 + $0.count <= width - 2 }
      let gap = width - 2 - state.count - (end?.count ?? 0)
      let expected = end.map { " " + state + String(repeating: " ", count: gap) + $0 }
      #expect(
        line == expected ?? " " + state || width < state.count + 2)
    }
  }

  // MARK: - Notices

  /// A long sentence takes the rows above, and never the title's; where it has room it is there to its end.
  @Test(arguments: [(20, 12), (40, 8), (80, 24), (12, 3), (3, 2)])
  func aLongNoticeGrowsUpwards(width: Int, height: Int) throws {
    let words = (1...40).map { "word\($0)" }
    var canvas = Canvas(size: Size(width: width, height: height))
    canvas.fill(canvas.bounds, with: "x")
    let row = canvas.bounds.split(bottom: 1).bottom.inset(left: 1, right: 1)
    drawNotice(words.joined(separator: " "), in: row, on: &canvas)
    if height > 1 { #expect(canvas.lines[0].allSatisfy { $0 == "x" }, "the title stays") }
    let shown = canvas.lines.joined(separator: " ").split(separator: " ").map(String.init)
      .filter { $0.hasPrefix("word") }
    // The last word may reach over the edge of the last row there is.
    #expect(words.starts(with: shown.dropLast()) || width < 10)
    let needed = StyledText(words.joined(separator: " ")).wrapped(
      to: max(1, width - 2), glyphs: .braille
    ).count
    if needed < height { #expect(shown == words) }
  }

  /// A notice stands in place of the state, and what is at work goes before it.
  @Test func aNoticeGoesFirst() throws {
    var tutor = try Tutor(Samples.line).pressing("u")
    let state = drawn(tutor, width: 80)
    #expect(state.lines[0].hasPrefix(" update 1 · loss 0.72 · η 0.4 · paused"))
    tutor.model.notice = "Said."
    let notice = drawn(tutor, width: 80)
    #expect(notice.lines == [" Said."])
    #expect(notice[1, 0].style.role == .accent && state[1, 0].style.role == .text)
    tutor.press("j", "W", "1")
    #expect(drawn(tutor, width: 80).lines[0].hasPrefix(" w = 1_  Enter sets it"))
  }
}
