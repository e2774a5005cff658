import LossLab
import LossPlot
import Testing

@testable import LossFigures
@testable import LossScene

struct RunFilmTests {
  private static func filmed(_ schedule: FilmSchedule) throws -> (run: Run, moments: [Moment]) {
    var options = TrainingOptions()
    options.network = .mlp([8])
    options.steps = schedule.steps.last ?? 0
    options.batch = 32
    var request = DataRequest()
    request.options.samplesPerClass = 20
    var shelf = DataShelf()
    let (data, _) = try shelf.load(request)
    let entry = LossEntry.standard
    var moments: [Moment] = []
    let run = try train(
      entry, settings: entry.settings(classes: data.classCount), options: options, data: data,
      moments: MomentRequest(steps: schedule.moments, trainRows: [0, 1, 2]) { moments.append($0) })
    let plain = try train(
      entry, settings: entry.settings(classes: data.classCount), options: options, data: data)
    #expect(run.test.features.elements == plain.test.features.elements)
    #expect(run.history == plain.history)
    return (run, moments)
  }

  @Test func aFilmChangesNothingInItsRunAndEndsWithTheStillPicture() throws {
    let schedule = FilmSchedule(steps: 60, fps: 4, seconds: 1)
    let (run, moments) = try Self.filmed(schedule)
    #expect(moments.map(\.step) == [0, 3, 15, 33])
    let film = RunFilm(run, moments: moments, schedule: schedule, style: FigureStyle()).film
    #expect(film.ticks == [3, 1, 1, 1, 1, 8])
    #expect(film.scene(0) == film.scene(5))
    // The still picture on the axes of the film.
    let texts = film.scene(5).texts.map(\.content.text)
    let own = runScene(run).texts.map(\.content.text)
    #expect(texts.filter { Double($0) == nil } == own.filter { Double($0) == nil })
    for format in FilmFormat.all {
      let metadata = PictureMetadata(software: "lossviz 1", recipe: "{\"loss\": \"cosface\"}")
      let picture = try render(film, as: format, pixelsPerPoint: 0.3, metadata: metadata)
      #expect(try PictureMetadata(ofPicture: picture.bytes) == metadata)
      let words = try PictureWords(ofPicture: picture.bytes)
      #expect(words.title == film.title)
      #expect(words.description == film.description)
      let cut = Array(picture.bytes.prefix(60))
      #expect(throws: RenderError.self) { try PictureMetadata(ofPicture: cut) }
    }
  }

  @Test func aScheduleShowsEachStepOnceAndMoreOfTheBeginning() {
    let schedule = FilmSchedule(steps: 3, fps: 10, seconds: 1)
    #expect(schedule.steps == [0, 1, 2, 3])
    #expect(schedule.ticks == [6, 3, 1, 20])
  }
}
