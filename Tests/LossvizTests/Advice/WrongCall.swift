import Testing

/// A command line that is refused, and what the message must tell to type.
struct WrongCall: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let words: [String]
  /// The line of the hint, or its end.
  let hinted: String

  /// - Parameter line: words with spaces between them.
  init(_ line: String, _ hinted: String) {
    testDescription = line
    words = line.split(separator: " ").map(String.init)
    self.hinted = hinted
  }

  static let all =
    names + files + values + lists + options + spellings + idle + otherCommands

  /// Losses, data, figures and commands in the wrong place or under another name.
  private static let names = [
    WrongCall("cosface", "--loss cosface"),
    WrongCall("arcface --m 0.3 -o a.svg", "lossviz --loss arcface --m 0.3 -o a.svg"),
    WrongCall("AM-Softmax", "--loss cosface"),
    WrongCall("cosfacee", "--loss cosface"),
    WrongCall("crossentropy", "--loss softmax"), WrongCall("CELoss", "--loss softmax"),
    WrongCall("additive-margin", "--loss cosface"), WrongCall("large-margin", "--loss lsoftmax"),
    WrongCall("additive-angular-margin", "--loss arcface"),
    WrongCall("version", "lossviz --version"),
    WrongCall("/help", "lossviz --help"),
    WrongCall("run --m 0.1", "lossviz --m 0.1"),
    WrongCall("sweep --m 0.1,0.2", "lossviz compare --m 0.1,0.2"),
    WrongCall("list loss", "lossviz list losses"),
    WrongCall("losses", "lossviz list losses"),
    WrongCall("digits", "lossviz --data digits"),
    WrongCall("identities --classes 4", "lossviz --data identities --classes 4"),
    WrongCall("target-logits", "lossviz figure target-logits"),
    WrongCall("lsoftmax-pssi", "lossviz figure lsoftmax-psi"),
    WrongCall("figure target-logit", "lossviz figure target-logits"),
    WrongCall("explan arcface", "lossviz explain arcface"),
    WrongCall("explain arcfase", "lossviz explain arcface"),
    WrongCall("explain --loss arcface", "lossviz explain arcface"),
    WrongCall("explain", "lossviz explain cosface"),
    WrongCall("--seed 1 explain", "the command comes first: lossviz explain cosface"),
    WrongCall("comparee --m 0.1", "lossviz compare --m 0.1"),
    WrongCall("curve arcface cosface", "lossviz curve --loss arcface,cosface"),
    WrongCall("compare arcface,cosface", "lossviz compare --loss arcface,cosface"),
    WrongCall("--loss cosface arcface", "lossviz compare --loss cosface,arcface"),
    WrongCall("completions powershell", "lossviz completions bash"),
    WrongCall("figure", "lossviz figure --list"),
  ]

  private static let files = [
    WrongCall("x.npz", "lossviz plot x.npz"),
    WrongCall("x.npy --labels y.npy", "lossviz plot x.npy --labels y.npy"),
    WrongCall("pic.svg", "lossviz replay pic.svg"),
    WrongCall("missing.svg", "lossviz -o missing.svg"),
    WrongCall("README.md", "lossviz docs README.md"),
    WrongCall("settings.json", "lossviz --config settings.json"),
    WrongCall("run.json", "lossviz --from-run run.json"),
    WrongCall("cases.json", "lossviz evaluate cases.json"),
    WrongCall("evaluate --data cases.json", "lossviz evaluate cases.json"),
    WrongCall("plot --features x.npz", "lossviz plot x.npz"),
    WrongCall("-o a.jpg", "lossviz -o a.png"),
    WrongCall("-o a.webp", "lossviz -o a.png"),
    WrongCall("-o a.eps", "lossviz -o a.pdf"),
    WrongCall("--output picture", "lossviz --output picture.png"),
    WrongCall("-o results/", "lossviz -o results/picture.png"),
    WrongCall("curve -o a.sgv", "lossviz curve -o a.svg"),
  ]

  private static let values = [
    WrongCall("--loss arcface --m 28.6", "lossviz --loss arcface --m 28.6deg"),
    WrongCall("--loss arcface --m 28.6°", "lossviz --loss arcface --m 28.6deg"),
    WrongCall("--loss arcface --m pi/6", "lossviz --loss arcface --m 30deg"),
    WrongCall("--loss arcface --m 0.5rad", "lossviz --loss arcface --m 0.5"),
    WrongCall("--loss sphereface --m 1.35", "--loss combined --m1 1.35"),
    WrongCall("--loss sphereface --m 0.35", "lossviz --loss cosface --m 0.35"),
    WrongCall("--loss cosface --m 20", "lossviz --loss arcface --m 20deg"),
    WrongCall("--loss cosface --m 28.6deg", "lossviz --loss arcface --m 28.6deg"),
    WrongCall("--m 64 --s 0.5", "lossviz --m 0.5 --s 64"),
    WrongCall("--m 0,35", "lossviz --m 0.35"),
    WrongCall("--rate 0,1", "lossviz --rate 0.1"),
    WrongCall("--steps 1,000", "lossviz --steps 1000"),
    WrongCall("--steps 1k", "lossviz --steps 1000"),
    WrongCall("--noise 20%", "lossviz --noise 0.2"),
    WrongCall("--width 900px", "lossviz --width 900"),
    WrongCall("--m 1/4", "lossviz --m 0.25"),
    WrongCall("--m=", "lossviz --m 0.35"),
    WrongCall("--m", "lossviz --m 0.35"),
    WrongCall("--scale 64", "lossviz --s 64"),
    WrongCall("--dim 128", "lossviz --dim 2"),
    WrongCall("--theme black", "lossviz --theme dark"),
    WrongCall("--format jpg", "lossviz --format png"),
    WrongCall("--optimizer adamw", "lossviz --optimizer adam"),
    WrongCall("--network resnet50", "lossviz --network mlp:128,64"),
    WrongCall("--classes 1", "lossviz --classes 6"),
    WrongCall("--data digits --classes 0-3", "lossviz --data digits --classes 0,1,2,3"),
    WrongCall("--data digit", "lossviz --data digits"),
    WrongCall("--view feature", "lossviz --view features"),
    WrongCall("--loss ArcFaceLoss", "lossviz --loss arcface"),
    WrongCall("--loss am_softmax", "lossviz --loss cosface"),
    WrongCall("--loss arcfase", "lossviz --loss arcface"),
    WrongCall("--variant wrong", "lossviz --variant monotone --loss arcface"),
    WrongCall("--loss softmax --m 0.3", "lossviz --loss cosface --m 0.3"),
    WrongCall("--loss softmax --s 16", "lossviz --loss cosface --s 16"),
  ]

  private static let lists = [
    WrongCall("--m 0:0.5:0.1", "lossviz compare --m 0:0.5:0.1"),
    WrongCall("--m 0.1,0.2 --theme dark", "lossviz compare --m 0.1,0.2 --theme dark"),
    WrongCall("--loss cosface,arcface", "lossviz compare --loss cosface,arcface"),
    WrongCall("--loss ArcFace+Center", "lossviz compare --loss arcface,center"),
    WrongCall("--s 8,16", "lossviz compare --s 8,16"),
    WrongCall("--seed 1:5", "lossviz compare --seed 1:5:1"),
    WrongCall("--m 0.1 0.2 0.3", "lossviz compare --m 0.1,0.2,0.3"),
    WrongCall("compare --m [0.1,0.2]", "lossviz compare --m 0.1,0.2"),
    WrongCall("compare --m 0:0.5", "lossviz compare --m 0:0.5:0.1"),
    WrongCall("compare --m 0:0.1:0.5", "lossviz compare --m 0:0.5:0.1"),
    WrongCall("compare --m 0..0.5", "lossviz compare --m 0:0.5:0.1"),
    WrongCall("curve --m 0:0.1:0.5", "lossviz curve --m 0:0.5:0.1"),
    WrongCall("compare --m 0,35", "lossviz compare --m 0.35"),
    WrongCall("compare --loss cosfce,arcface", "lossviz compare --loss cosface,arcface"),
    WrongCall("--steps 10,20", "lossviz --steps 10"),
  ]
}
