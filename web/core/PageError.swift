import LossLab
import LossPictures

/// Why the page cannot do what it was asked, in words.
struct PageError: Error {
  let message: String
  let hint: String

  init(_ message: String, hint: String) {
    self.message = message
    self.hint = hint
  }

  init(_ error: LabError) {
    self.init(error.description, hint: error.hint)
  }
}

/// What the numbers core gives, or says in its words.
func said<Value>(_ body: () throws(LabError) -> Value) throws(PageError) -> Value {
  do throws(LabError) {
    return try body()
  } catch {
    throw PageError(error)
  }
}
