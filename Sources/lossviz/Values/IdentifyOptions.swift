/// What the options of `identify` say beyond the arrays of `evaluate`.
struct IdentifyOptions: Sendable {
  var value: Double?
  var perSample: String?
  var featureGradient: String?
  var weightGradient: String?
  var biasGradient: String?
  var centerGradient: String?
}
