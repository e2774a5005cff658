import CPangoCairo

/// Whether this machine has a font of that family, upper or lower case; of the generic ones it
/// always has.
package func hasFontFamily(_ family: String) -> Bool {
  let wanted = family.lowercased()
  guard !["serif", "sans-serif", "sans", "monospace"].contains(wanted) else { return true }
  var families: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
  var count: Int32 = 0
  pango_font_map_list_families(pango_cairo_font_map_get_default(), &families, &count)
  defer { g_free(families) }
  guard let families else { return false }
  return (0..<Int(count)).contains { index in
    guard let one = families[index], let name = pango_font_family_get_name(one) else {
      return false
    }
    return String(cString: name).lowercased() == wanted
  }
}
