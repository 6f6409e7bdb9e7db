// Lines as they stand on a page → paragraphs: a column of print breaks its lines where the paper ends, not where a thought does.

/** A line shorter than this share of the page's longest ends its paragraph, where it ends like a sentence. */
const SHORT = 0.75;
const FIELD = /^\p{Lu}[^:]{0,40}:\s+\S/u;

/** Paragraphs in order, each on one line; a word that was parted at a line's end is whole again. */
export function unwrapLines(page: string): string[] {
  const lines = page.split(/\r\n|\r|\n/).map((line) => line.replace(/\s+/g, ' ').trim());
  const widest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  const paragraphs: string[] = [];
  let open = '';
  for (const [index, line] of lines.entries()) {
    if (line === '') {
      if (open !== '') paragraphs.push(open);
      open = '';
      continue;
    }
    open = open === '' ? line : join(open, line);
    if (!endsParagraph(line, lines[index + 1] ?? '', widest)) continue;
    paragraphs.push(open);
    open = '';
  }
  if (open !== '') paragraphs.push(open);
  return paragraphs;
}

function join(before: string, line: string): string {
  const isParted = /\p{L}[-\u00ad]$/u.test(before) && /^\p{Ll}/u.test(line);
  return isParted ? before.slice(0, -1) + line : `${before} ${line}`;
}

function endsParagraph(line: string, next: string, widest: number): boolean {
  const isShort = line.length < widest * SHORT;
  // "Founder: Otto Quill", one under the other.
  if (isShort && FIELD.test(line) && FIELD.test(next)) return true;
  if (isShort && /[.!?:]["'”’)\]]*$/u.test(line)) return true;
  // A heading: short, without an end, and what follows opens anew.
  return isShort && line.length < widest * 0.5 && !/[,;–-]$/u.test(line) && /^[\p{Lu}\p{N}"“(]/u.test(next);
}
