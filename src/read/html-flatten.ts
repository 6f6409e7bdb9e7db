// Takes the depth out of HTML source before a parser sees it, and the tags where no parser is needed. One pass, linear.

/** Pages by people nest some 30 deep; the parser and Readability cost depth × length. */
const MAX_DEPTH = 200;

/** Never hold children, or are closed by the parser when the next one opens: not counted. */
const UNCOUNTED = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd tr td th option'.split(' '),
);
/** Their content is no markup. */
const RAW = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'template']);

const TAG = /<(\/?)([a-z][^\s/>]{0,40})/iy;

export interface Flattened {
  readonly html: string;
  /** Tags left out because they stood too deep. */
  readonly droppedTags: number;
}

/** The same HTML where no element stands deeper than 200; deeper tags become spaces and their text stays. */
export function flattenHtml(html: string): Flattened {
  const kept: string[] = [];
  let depth = 0;
  let droppedTags = 0;
  let copied = 0;
  for (const tag of scanTags(html)) {
    if (tag.isComment || UNCOUNTED.has(tag.name) || tag.isSelfClosing) {
      if (depth <= MAX_DEPTH || tag.isComment) continue;
    } else {
      if (!tag.isClosing) depth += 1;
      const isTooDeep = depth > MAX_DEPTH;
      if (tag.isClosing && depth > 0) depth -= 1;
      if (!isTooDeep) continue;
    }
    // A run of dropped tags leaves one space: Readability is quadratic on white space.
    kept.push(tag.start === copied && droppedTags > 0 ? '' : `${html.slice(copied, tag.start)} `);
    copied = tag.end;
    droppedTags += 1;
  }
  kept.push(html.slice(copied));
  return { html: kept.join(''), droppedTags };
}

/** The text between the tags; scripts and comments are left out. Entities stay as spelt. */
export function stripTags(html: string): string {
  const kept: string[] = [];
  let copied = 0;
  for (const tag of scanTags(html)) {
    kept.push(html.slice(copied, tag.start), ' ');
    copied = tag.end;
  }
  kept.push(html.slice(copied));
  return kept.join('');
}

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly isSelfClosing: boolean;
  readonly isComment: boolean;
  readonly start: number;
  readonly end: number;
}

function* scanTags(html: string): Generator<Tag> {
  let position = html.indexOf('<');
  while (position !== -1) {
    const tag = readTag(html, position);
    if (tag !== null) yield tag;
    position = html.indexOf('<', tag?.end ?? position + 1);
  }
}

/** The tag, comment or raw element (script with all its content) that begins at `start`. */
function readTag(html: string, start: number): Tag | null {
  const markup = { name: '', isClosing: false, isSelfClosing: false, isComment: true, start };
  if (html.startsWith('<!--', start)) return { ...markup, end: endOf(html, '-->', start + 4) };
  if (html.startsWith('<!', start) || html.startsWith('<?', start)) return { ...markup, end: endOf(html, '>', start) };
  TAG.lastIndex = start;
  const match = TAG.exec(html);
  if (!match) return null;
  const name = (match[2] ?? '').toLowerCase();
  const isClosing = match[1] === '/';
  const end = endOf(html, '>', start);
  if (RAW.has(name) && !isClosing) return { ...markup, name, end: endOfRaw(html, name, end) };
  return { name, isClosing, isSelfClosing: html.charAt(end - 2) === '/', isComment: false, start, end };
}

function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}

/** Walks over closing tags only; each is looked at once. */
function endOfRaw(html: string, name: string, from: number): number {
  for (let at = html.indexOf('</', from); at !== -1; at = html.indexOf('</', at + 2)) {
    if (html.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return endOf(html, '>', at);
  }
  return html.length;
}
