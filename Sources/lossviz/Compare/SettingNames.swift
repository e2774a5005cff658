import LossPlot

/// What the settings of a study are called, in file names that sort as the settings do.
struct SettingNames {
  /// One for each setting, all different.
  let names: [String]

  /// - Throws: `UsageError` for a template that is none, or gives two settings one name.
  init(_ study: Study) throws(UsageError) {
    let template = study.values.wanted.output.name ?? Self.template(study)
    let options = Command.train.options.map(\.name)
    let widths = study.numberWidths
    var names: [String] = []
    var known: Set<String> = []
    for setting in study.settings {
      let name = try Self.name(setting, template: template, options: options, widths: widths)
      guard known.insert(name).inserted else {
        let missing = study.swept.filter { !template.contains("{\($0)}") }.map { "{\($0)}" }
        throw .badValue(
          label: "--name", value: template,
          expected: "a name for each setting, and two settings become '\(name)'",
          nearest: missing)
      }
      names.append(name)
    }
    self.names = names
  }

  /// The standard one without the seed, if there are several, and with all that is swept.
  private static func template(_ study: Study) -> String {
    var template = NameTemplate.standard
    if study.seeds.count > 1 { template = template.replacing("_seed{seed}", with: "") }
    for name in study.swept where !template.contains("{\(name)}") {
      template += "_\(name){\(name)}"
    }
    return template
  }

  private static func name(
    _ setting: StudySetting, template: String, options: [String],
    widths: [String: NumberWidth]
  ) throws(UsageError) -> String {
    let usual = setting.plans[0].usualClasses
    do throws(ValueProblem) {
      let name = try NameTemplate(template, names: options).name { option in
        if option != "data", let number = setting.recipe.number(option), let width = widths[option]
        {
          return width.text(number)
        }
        return setting.recipe.nameText(option, usualClasses: usual)
      }
      guard !name.isEmpty else { throw ValueProblem(expected: "a template that leaves a name") }
      return name
    } catch {
      throw .badValue(
        label: "--name", value: template, expected: error.expected, nearest: error.nearest)
    }
  }
}

extension Study {
  /// Of each swept option that is a number.
  var numberWidths: [String: NumberWidth] {
    var widths: [String: NumberWidth] = [:]
    for option in swept {
      let numbers = settings.compactMap { $0.recipe.number(option) }
      if !numbers.isEmpty { widths[option] = NumberWidth(numbers) }
    }
    return widths
  }
}

/// As many digits on both sides of the point as the longest of several numbers has.
struct NumberWidth: Equatable, Sendable {
  private var whole = 1
  private(set) var places = 0

  init(_ numbers: [Double]) {
    for text in numbers.map(numberText) where !text.contains("e") {
      let parts = text.drop { $0 == "-" }.split(separator: ".")
      whole = max(whole, parts.first?.count ?? 1)
      if parts.count > 1 { places = max(places, parts[1].count) }
    }
  }

  /// `08`, `0.10`; numbers with a power of ten stay as they are.
  func text(_ number: Double) -> String {
    var text = numberText(number)
    guard !text.contains("e") else { return text }
    if places > 0 {
      if !text.contains(".") { text += "." }
      let decimals = text.count - 1 - (text.split(separator: ".").first?.count ?? 0)
      text += String(repeating: "0", count: max(0, places - decimals))
    }
    let digits = text.drop { $0 == "-" }.split(separator: ".").first?.count ?? 0
    let zeros = String(repeating: "0", count: max(0, whole - digits))
    return number < 0 ? "-" + zeros + text.dropFirst() : zeros + text
  }
}
