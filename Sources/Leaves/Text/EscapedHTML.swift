/// Plain text as HTML text or as an attribute value in double quotes. Characters that HTML forbids (§13.1.4) are not
/// written: DEL, C1 controls and noncharacters are left out, and U+0085 becomes "…".
package func escapedHTML(_ text: String) -> String { unsafe text.replacing({ $0.htmlEscaped }, by: htmlEscape) }
