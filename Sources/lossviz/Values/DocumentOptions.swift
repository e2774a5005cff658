/// What the options of `docs` say.
struct DocumentOptions: Sendable {
  /// Whether to look only.
  var isCheck = false
  /// Whether to draw what is as wanted, too.
  var isForced = false
  /// Whether a document may name files outside of its folder.
  var allowsOutside = false
  /// Whether a block may take as long as it takes.
  var isSure = false
}
