extension WrongCall {
  /// Options as other programs call them.
  static let options = [
    WrongCall("--margin 0.3", "lossviz --m 0.3"),
    WrongCall("--loss arcface --scale 64 --margin 0.5", "lossviz --loss arcface --s 64 --m 0.5"),
    WrongCall("--lr 0.01", "lossviz --rate 0.01"),
    WrongCall("--learning_rate=0.01", "lossviz --rate 0.01"),
    WrongCall("--batch-size 64", "lossviz --batch 64"),
    WrongCall("--iterations 5", "lossviz --steps 5"),
    WrongCall("--temp 0.05", "lossviz --s 20"),
    WrongCall("--embedding-size 2", "lossviz --dim 2"),
    WrongCall("--embedding-size 512", "lossviz --dim 2"),
    WrongCall("--gpu 0", "lossviz"),
    WrongCall("--device cuda:0 --m 0.2", "lossviz --m 0.2"),
    WrongCall("--out a.svg", "lossviz -o a.svg"),
    WrongCall("--output-file a.svg", "lossviz -o a.svg"),
    WrongCall("--dataset digits", "lossviz --data digits"),
    WrongCall("--num-classes 4", "lossviz --classes 4"),
    WrongCall("--easy-margin --loss arcface", "lossviz --variant easy --loss arcface"),
    WrongCall("--grad-clip 1", "lossviz --clip 1"),
    WrongCall("--dark", "lossviz --theme dark"),
    WrongCall("compare --n-seeds 2", "lossviz compare --seeds 2"),
    WrongCall("--print-confg", "lossviz --print-config"),
    WrongCall("--losss arcface", "lossviz --loss arcface"),
  ]

  /// Dashes, quotes, capitals, and words without dashes.
  static let spellings = [
    WrongCall("–m 0.35", "lossviz --m 0.35"),
    WrongCall("—loss arcface –o a.svg", "lossviz --loss arcface -o a.svg"),
    WrongCall("--m “0.35”", "lossviz --m 0.35"),
    WrongCall("--loss=‘arcface’", "lossviz --loss=arcface"),
    WrongCall("-m 0.35", "lossviz --m 0.35"),
    WrongCall("-m0.35", "lossviz --m=0.35"),
    WrongCall("-loss arcface", "lossviz --loss arcface"),
    WrongCall("-version", "lossviz --version"),
    WrongCall("-- --m 0.3", "lossviz --m 0.3"),
    WrongCall("--Weight_Decay 1e-4", "lossviz --weight-decay 1e-4"),
    WrongCall("--M 0.3", "lossviz --m 0.3"),
    WrongCall("--bias true --loss softmax", "lossviz --bias=true --loss softmax"),
    WrongCall("--no-bias", "lossviz --bias=no"),
    WrongCall("m=0.35", "lossviz --m=0.35"),
    WrongCall("loss=arcface m=0.2", "lossviz --loss=arcface --m=0.2"),
  ]

  /// Options that have nothing to do in this company.
  static let idle = [
    WrongCall("--loss triplet --view curve", "lossviz --loss triplet --view features,angles"),
    WrongCall("--loss contrastive --view angles,curve", "--loss contrastive --view angles"),
    WrongCall(
      "compare --loss triplet,cosface --view curve",
      "lossviz compare --loss triplet,cosface --view features,angles"),
    WrongCall("--bias --loss cosface", "--loss softmax"),
    WrongCall("--fps 5", "lossviz --fps 5 -o film.gif"),
    WrongCall("--seconds 1 -o a.png", "lossviz --seconds 1 -o film.gif"),
    WrongCall("--points raster -o a.png", "lossviz --points raster -o picture.svg"),
    WrongCall("--noise-kind flip", "lossviz --noise-kind flip --noise 0.2"),
    WrongCall("--loss softmax --m-warmup 5", "lossviz --loss cosface --m-warmup 5"),
    WrongCall(
      "boundary --angle 30 --plane angle", "lossviz boundary --angle 30 --plane circle"),
    WrongCall("boundary --norms 1,2 --loss cosface", "lossviz boundary --norms 1,2 --loss softmax"),
    WrongCall("figure --list lsoftmax-psi", "lossviz figure --list"),
  ]

  /// Options that another command has.
  static let otherCommands = [
    WrongCall("curve --data digits", "lossviz curve"),
    WrongCall("curve --loss arcface --steps 5", "lossviz curve --loss arcface"),
    WrongCall("boundary --steps 5", "lossviz boundary"),
    WrongCall("figure lsoftmax-psi --loss cosface", "lossviz figure lsoftmax-psi"),
    WrongCall("compare --from-run run.json", "lossviz --from-run run.json"),
    WrongCall("compare --m 0.1,0.2 --save-run a.json", "lossviz compare --m 0.1,0.2"),
    WrongCall("--seeds 2", "lossviz compare --seeds 2"),
    WrongCall("--dry-run", "lossviz compare --dry-run"),
    WrongCall("list losses --steps 3", "lossviz list losses"),
    WrongCall("inspect pic.svg --theme dark", "lossviz inspect pic.svg"),
    WrongCall("man lossviz", "lossviz man"),
  ]
}
