import LossPlot

/// The numbers of `plot` as one HTML file that needs nothing from elsewhere: the page, then tables
/// that sort by a click or a key.
struct PlotReport: Speaking {
  let title: String
  let files: [MeasuredFile]
  let comparisons: [ModelComparison]
  /// The page as an SVG document, and what stands in its place on a phone.
  let picture: [UInt8]
  let narrow: [UInt8]
  /// Of its words.
  var language = PageLanguage.en

  var text: String {
    var parts: [String] = []
    for file in files { parts += sections(file) }
    for one in comparisons { parts += [heading(one.title), plain(one.rows)] }
    return """
      <!DOCTYPE html>
      <html lang="\(language == .zh ? "zh-CN" : "en")">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
      'unsafe-inline'; script-src 'unsafe-inline'; img-src data:">
      <title>\(title.inHTML)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <h1>\(title.inHTML)</h1>
      <figure class="wide">\(Self.drawing(picture))</figure>
      <figure class="narrow">\(Self.drawing(narrow))</figure>
      \(parts.joined(separator: "\n"))
      <footer>lossviz \(Lossviz.version)</footer>
      <script>\(Self.script)</script>
      </body>
      </html>

      """
  }

  /// Without what stands before the element in a file of its own.
  private static func drawing(_ picture: [UInt8]) -> String {
    guard let start = picture.firstRange(of: Array("<svg".utf8)) else { return "" }
    return String(decoding: picture[start.lowerBound...], as: UTF8.self)
  }

  private func sections(_ file: MeasuredFile) -> [String] {
    let facts = FeatureFacts(file, in: language)
    let measured = file.measurement
    func heading(_ text: String) -> String {
      self.heading(files.count > 1 ? file.title + said(": ", zh: "：") + text : text)
    }
    let names = measured.classNames
    var parts = [heading(said("Which threshold?", zh: "取哪个阈值？")), table(facts.thresholds)]
    parts += [
      heading(said("Numbers", zh: "数字")),
      plain(facts.rates + facts.angles + facts.standouts),
    ]
    if !file.notes.isEmpty {
      parts.append("<ul>\(file.notes.map { "<li>\($0[language].inHTML)</li>" }.joined())</ul>")
    }
    parts.append(heading(said("Classes", zh: "类")))
    parts.append(table([classHead] + measured.table.rows.map { cells($0, names) }))
    guard measured.collapse == nil, !measured.table.suspects.isEmpty else { return parts }
    parts.append(heading(said("Samples to look at", zh: "待查样本")))
    parts.append(
      table(
        [suspectHead]
          + measured.table.suspects.map { suspect in
            [
              "\(file.places[suspect.row])", names[suspect.label], degrees(suspect.own),
              names[suspect.looksLike], degrees(suspect.other), suspect.cause.name[language],
            ]
          }))
    return parts
  }

  private func cells(_ row: ClassTable.Row, _ names: [String]) -> [String] {
    [
      names[row.classIndex], "\(row.count)", degrees(row.intra),
      row.nearest.map { names[$0] } ?? "", row.nearest == nil ? "" : degrees(row.distance),
      row.strays.isNaN ? "" : decimalText(100 * row.strays, places: 1),
      decimalText(row.length, places: 3),
    ]
  }

  private var classHead: [String] {
    switch language {
    case .en: ["class", "samples", "to its center, °", "nearest", "at, °", "strays, %", "length"]
    case .zh: ["类", "样本数", "到类中心，°", "最近的类", "夹角，°", "离群，%", "模长"]
    }
  }

  private var suspectHead: [String] {
    switch language {
    case .en: ["row", "label", "at, °", "looks like", "at, °", "likely cause"]
    case .zh: ["行", "标签", "夹角，°", "更像", "夹角，°", "可能原因"]
    }
  }

  private func degrees(_ radians: Double) -> String {
    radians.isNaN ? "" : decimalText(radians * 180 / .pi, places: 1)
  }

  private func heading(_ text: String) -> String { "<h2>\(text.inHTML)</h2>" }

  private func table(_ rows: [TableRow]) -> String { table(rows.map { [$0.name] + $0.values }) }

  /// Names and values without headings.
  private func plain(_ rows: [TableRow]) -> String {
    let lines = rows.map { row in
      "<tr><th scope=\"row\">\(row.name.inHTML)</th>"
        + row.values.map { "<td>\($0.inHTML)</td>" }.joined() + "</tr>"
    }
    return "<table>\n\(lines.joined(separator: "\n"))\n</table>"
  }

  /// The first row has the headings, which sort.
  private func table(_ rows: [[String]]) -> String {
    let head = rows[0].map { "<th scope=\"col\"><button>\($0.inHTML)</button></th>" }.joined()
    let lines = rows.dropFirst().map { row in
      "<tr>\(row.map { "<td>\($0.inHTML)</td>" }.joined())</tr>"
    }
    return "<table class=\"sortable\">\n<thead><tr>\(head)</tr></thead>\n<tbody>\n"
      + lines.joined(separator: "\n") + "\n</tbody>\n</table>"
  }

  /// Below 700 px the picture is the narrow one, words wrap in tables of names and values, and the
  /// other tables, which scroll, have a shadow at the side where there is more.
  private static let style = """
    :root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:1240px;\
    margin:2rem auto;padding:0 1rem}figure{margin:0}svg{max-width:100%;height:auto}\
    .narrow{display:none}.narrow svg{display:block;margin:auto}table{border-collapse:collapse;\
    display:block;overflow-x:auto;font-variant-numeric:tabular-nums;background:\
    linear-gradient(90deg,Canvas 40%,transparent) 0/3rem 100% no-repeat local,\
    linear-gradient(270deg,Canvas 40%,transparent) 100%/3rem 100% no-repeat local,\
    linear-gradient(90deg,#8888,transparent) 0/.8rem 100% no-repeat,\
    linear-gradient(270deg,#8888,transparent) 100%/.8rem 100% no-repeat}\
    th,td{padding:.2rem .8rem;text-align:right;border-bottom:1px solid #8884}\
    th:first-child,td:first-child{text-align:left}.sortable td{white-space:nowrap}\
    button{font:inherit;font-weight:bold;background:none;border:0;color:inherit;cursor:pointer;\
    min-height:44px}footer{margin:2rem 0;opacity:.7}\
    @media(max-width:700px){.wide{display:none}.narrow{display:block}th,td{padding:.2rem .5rem}\
    table:not(.sortable){display:table;width:100%}table:not(.sortable) :is(th,td)\
    {overflow-wrap:anywhere}table:not(.sortable) th{width:40%;font-weight:normal;opacity:.8}}
    """

  /// Numbers by value, other words by their letters; again for the other direction.
  private static let script = """
    for(const t of document.querySelectorAll('.sortable'))t.querySelectorAll('button').forEach(\
    (b,i)=>b.addEventListener('click',()=>{const h=b.parentNode,up=h.ariaSort!=='ascending';\
    t.querySelectorAll('th').forEach(o=>o.ariaSort=null);h.ariaSort=up?'ascending':'descending';\
    const v=r=>r.cells[i].textContent,n=s=>parseFloat(s.replace(/,/g,''));\
    t.tBodies[0].append(...[...t.tBodies[0].rows].sort((a,c)=>{const x=n(v(a)),y=n(v(c));\
    const d=isNaN(x)||isNaN(y)?v(a).localeCompare(v(c)):x-y;return up?d:-d}))}))
    """
}
