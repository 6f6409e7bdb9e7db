// Makes any text safe in XML 1.0: what the standard forbids is removed, the rest escaped.

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\u0085': '&#133;',
  '\u2028': '&#8232;',
};

// Control characters, the two non-characters and lone surrogates (XML 1.0, production 2).
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/** Text without the characters that XML 1.0 forbids. */
export function dropForbidden(text: string): string {
  return text.replace(FORBIDDEN, '');
}

/** For the content of an element. Line ends of XML 1.0 and 1.1 are escaped, since parsers turn them into line feeds. */
export function escapeContent(text: string): string {
  return dropForbidden(text).replace(/[&<>\r\u0085\u2028]/g, (character) => ENTITIES[character] ?? '');
}

/** For an attribute in double quotes; tabs and line breaks are kept by escaping them. */
export function escapeAttribute(text: string): string {
  return dropForbidden(text).replace(/[&<>"\t\n\r\u0085\u2028]/g, (character) => ENTITIES[character] ?? '');
}

/** A list of strings as JSON text without forbidden characters inside (JSON escapes would smuggle them past). */
export function toJsonList(items: readonly string[]): string {
  return JSON.stringify(items.map(dropForbidden));
}
