/// What a terminal is asked.
enum TerminalQuestion {
  /// A picture of one pixel, only to be looked at.
  static let kitty = "\u{1B}_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u{1B}\\"
  /// Size of a character, colors and size of sixel pictures, color of the ground.
  static let facts = "\u{1B}[16t\u{1B}[?1;1;0S\u{1B}[?2;1;0S\u{1B}]11;?\u{1B}\\"
  /// Last, because every terminal answers it: whatever has not come before does not come.
  static let attributes = "\u{1B}[c"
  /// For those who show what they do not know.
  static let wipe = "\r\u{1B}[K"
}
