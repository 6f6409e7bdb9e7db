// Walks the tree of a page, without recursion, and takes its text out block by block.
import type { BlockKind } from '../model/document.ts';
import type { Piece } from './make-document.ts';

/** The part of the DOM that is used here. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
}

export interface HtmlElement extends HtmlNode {
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

const words = (list: string): ReadonlySet<string> => new Set(list.toUpperCase().split(' '));

const SKIPPED = words(
  'script style noscript template iframe object embed svg math canvas audio video select option input button textarea head',
);
/** Left out too where Readability has not chosen the text. */
const AROUND_TEXT = words('nav header footer aside form dialog menu');
const BLOCKS = words(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul',
);
const AROUND_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'dialog',
  'alertdialog',
  'search',
  'menu',
]);

export interface WalkOptions {
  /** Leave out navigation, footers, dialogs and forms. */
  readonly onlyText: boolean;
}

interface Open {
  kind: BlockKind;
  level: number | null;
  text: string[];
}

/** Blocks in reading order: headings, paragraphs, list items, quotations, table rows, code. `<br><br>` ends a paragraph. */
export function toPieces(root: HtmlNode, { onlyText }: WalkOptions): Piece[] {
  const pieces: Piece[] = [];
  let open: Open = { kind: 'paragraph', level: null, text: [] };
  const flush = (): void => {
    const kind = open.kind;
    for (const text of kind === 'code' ? [open.text.join('')] : toParagraphs(open.text.join(''))) {
      pieces.push({ kind, level: open.level, text });
    }
  };
  const turn = (node: HtmlNode, isLeaving: boolean): void => {
    flush();
    const around = isLeaving ? node.parentNode : node;
    open = { ...roleOf(around, root), text: [] };
  };
  const enter = (node: HtmlNode): boolean => {
    if (node.nodeType === TEXT_NODE)
      open.text.push(open.kind === 'code' ? (node.textContent ?? '') : collapse(node.textContent ?? ''));
    if (node.nodeType !== ELEMENT_NODE) return node === root;
    const name = node.nodeName.toUpperCase();
    if (SKIPPED.has(name) || (onlyText && isAroundText(node, name)) || isHidden(node as HtmlElement)) return false;
    if (name === 'BR') open.text.push('\n');
    if (name === 'TD' || name === 'TH') open.text.push('\t');
    if (BLOCKS.has(name)) turn(node, false);
    return true;
  };
  walk(root, enter, (node) => {
    if (BLOCKS.has(node.nodeName.toUpperCase())) turn(node, true);
  });
  flush();
  return pieces;
}

/** Depth first; `enter` says whether to go inside. */
function walk(root: HtmlNode, enter: (node: HtmlNode) => boolean, leave: (node: HtmlNode) => void): void {
  let node: HtmlNode | null = root;
  while (node !== null) {
    const inside: boolean = enter(node);
    if (inside && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    if (inside) leave(node);
    while (node !== root && node?.nextSibling === null) {
      node = node.parentNode;
      if (node !== null) leave(node);
    }
    node = node === root || node === null ? null : node.nextSibling;
  }
}

/** The role of a block comes from the nearest element around it that has one. */
function roleOf(node: HtmlNode | null, root: HtmlNode): Omit<Open, 'text'> {
  for (let around = node; around !== null; around = around === root ? null : around.parentNode) {
    const name = around.nodeName.toUpperCase();
    if (/^H[1-6]$/.test(name)) return { kind: 'heading', level: Number(name.charAt(1)) };
    if (name === 'PRE') return { kind: 'code', level: null };
    if (name === 'LI' || name === 'DD' || name === 'DT') return { kind: 'list-item', level: null };
    if (name === 'BLOCKQUOTE') return { kind: 'quote', level: null };
    if (name === 'TR') return { kind: 'table', level: null };
  }
  return { kind: 'paragraph', level: null };
}

function isAroundText(node: HtmlNode, name: string): boolean {
  const role = (node as HtmlElement).getAttribute('role');
  if (name === 'HEADER' && node.parentNode?.nodeName.toUpperCase() === 'ARTICLE') return false;
  return AROUND_TEXT.has(name) || (role !== null && AROUND_ROLES.has(role.toLowerCase()));
}

function isHidden(element: HtmlElement): boolean {
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true') return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(
    element.getAttribute('style')?.slice(0, 500) ?? '',
  );
}

/** HTML white space (the no-break space is none) as single spaces. */
function collapse(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ');
}

/** Line breaks of `<br>` stay inside a paragraph; an empty line divides it. */
function toParagraphs(text: string): string[] {
  const paragraphs: string[][] = [[]];
  for (const line of text.split('\n')) {
    const trimmed = line.replace(/ +/g, ' ').trim();
    if (trimmed === '') paragraphs.push([]);
    else paragraphs.at(-1)?.push(trimmed);
  }
  return paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
}
