import NeuralNetwork
import TerminalCanvas
import Testing
import Workbench

@testable import TutorApp

/// What units respond to over the plane, and how often it is worked out.
@Suite struct ResponseTests {
  /// A place of a map has the tone of what the unit puts out there.
  @Test func aMapIsWhatTheUnitPutsOut() throws {
    let run = try Tutor(Samples.classifier(shape: [2, 5, 1])).run
    let plane = try #require(InputPlane(run.dataset))
    let size = Size(width: 6, height: 4)
    let maps = ResponseMaps(of: run.network, over: plane, size: size)
    let activations = run.network.activations(for: plane.places(size))
    for unit in 1...5 {
      for y in 0..<4 {
        for x in 0..<6 {
          let tone = maps.tone(layer: 1, unit: unit, x: x, y: y)
          #expect(tone == Tone(.sign, activations[0][y * 6 + x, unit - 1]))
        }
      }
    }
  }

  /// A function without an upper end has its largest value in the map as the end of the scale; 0 is the middle.
  @Test func anOpenScaleReachesToTheLargestValue() {
    let scale = ResponseScale(0 ... .infinity, holding: [0, 1, 4])
    #expect([0, 1, 4].map(scale.share) == [0, 0.25, 1])
    let bounded = ResponseScale(0...1, holding: [0.2, 0.4])
    #expect([0, 0.5, 1].map(bounded.share) == [-1, 0, 1])
  }

  @Test func oneInputIsALineAndThreeAreNoPlane() throws {
    let line = try Tutor(Samples.line).run.dataset
    #expect(InputPlane(line)?.y == nil && InputPlane(line) != nil)
    #expect(InputPlane(try Tutor(Samples.classifier(shape: [3, 3, 1])).run.dataset) == nil)
    #expect(InputPlane(try Tutor(Samples.twoNeurons).run.dataset) == nil)
  }

  /// The same network is looked at once; another one anew.
  @Test func mapsAreWorkedOutOnceAStep() throws {
    let tutor = try Tutor(Samples.xor)
    let key = PictureCache.Key(
      name: "test", run: 0, size: Size(width: 1, height: 1), axes: [Axis(from: 0, to: 1)])
    let cache = PictureCache()
    var made = 0
    func look(_ network: Network) -> Int {
      cache.value(for: key, of: network) {
        made += 1
        return made
      }
    }
    #expect(look(tutor.run.network) == 1)
    #expect(look(tutor.run.network) == 1)
    #expect(look(tutor.pressing("u").run.network) == 2)
  }
}

/// One sample stays while batches come and go.
@Suite struct PinnedSampleTests {
  private var batched: Experiment {
    var experiment = Samples.deep
    experiment.batches = .size(8)
    return experiment
  }

  @Test func theNetworkKeepsItsSample() throws {
    var tutor = try Tutor(batched)
    let title = Panel.network.title(in: tutor.model)
    for _ in 0..<20 {
      tutor.press("u")
      #expect(Panel.network.title(in: tutor.model).contains(tutor.model.pinnedTitle))
      #expect(tutor.model.pinnedSample == tutor.run.dataset.representativeSample)
    }
    #expect(!title.isEmpty)
  }

  /// Where the batch goes without the sample, it is worked out as if the batch held nothing else.
  @Test func aSampleOutsideTheBatchIsWorkedOut() throws {
    var tutor = try Tutor(batched).pressing("u")
    let outside = try #require(
      (0..<tutor.run.dataset.count).first { !tutor.run.step.sampleIndices.contains($0) })
    tutor.model.look.sample = outside
    let picture = NetworkPicture(tutor.model, glyphs: .braille)
    let inputs = tutor.run.dataset.inputs.selecting(rows: [outside])
    let outputs = tutor.run.network.outputs(for: inputs)
    #expect(picture.activation(layer: tutor.run.depth, unit: 1) == outputs[0, 0])
    let target = tutor.run.dataset.targets[outside, 0]
    let delta = try #require(picture.delta(layer: tutor.run.depth, unit: 1))
    #expect(abs(delta - (outputs[0, 0] - target)) < 1e-12)
    let alone = tutor.run.dataset.selecting([outside])
    let error = try #require(picture.error)
    #expect(abs(error - tutor.run.loss(of: tutor.run.network, on: alone)) < 1e-12)
  }

  /// Beside a sample's own loss stands its own δ, however many samples the batch has.
  @Test func deltaIsTheSamplesOwn() throws {
    var tutor = try Tutor(batched).pressing("u")
    let (run, depth) = (tutor.run, tutor.run.depth)
    let sample = run.step.sampleIndices[3]
    tutor.model.look.sample = sample
    let output = run.network.outputs(for: run.dataset.inputs.selecting(rows: [sample]))[0, 0]
    let delta = NetworkPicture(tutor.model, glyphs: .braille).delta(layer: depth, unit: 1)
    #expect(abs(try #require(delta) - (output - run.dataset.targets[sample, 0])) < 1e-12)
  }

  @Test func keysWalkThroughTheDataSet() throws {
    let tutor = try Tutor(batched)
    let count = tutor.run.dataset.count
    let first = tutor.model.pinnedSample
    #expect(tutor.pressing("x").model.pinnedSample == (first + 1) % count)
    #expect(tutor.pressing("X", "x").model.pinnedSample == first)
  }
}
