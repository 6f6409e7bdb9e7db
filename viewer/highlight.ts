// Lights stretches of a rendered text with the CSS Custom Highlight API (W3C css-highlight-api-1): no change to the page.
import type { Range as Offsets } from '../src/server/payload.ts';

export interface Stretch {
  readonly kind: string;
  readonly range: Offsets;
}

/** Paints all stretches of each kind; elements with `data-start` hold one text node each. Returns the Range of each. */
export function light(root: HTMLElement, stretches: readonly Stretch[]): Map<string, globalThis.Range[]> {
  const painted = new Map<string, globalThis.Range[]>();
  const nodes = textNodes(root);
  for (const { kind, range } of stretches) {
    const found = toRange(nodes, range);
    if (found !== null) painted.set(kind, [...(painted.get(kind) ?? []), found]);
  }
  if (typeof Highlight === 'undefined') return painted;
  for (const kind of KINDS) {
    const ranges = painted.get(kind);
    if (ranges === undefined) CSS.highlights.delete(kind);
    else {
      const highlight = new Highlight(...ranges);
      highlight.priority = KINDS.indexOf(kind);
      CSS.highlights.set(kind, highlight);
    }
  }
  return painted;
}

/** In order of painting: the last lies on top. */
const KINDS = ['mention', 'sentence', 'cue', 'object', 'subject'];

/** Offsets of what is selected inside the rendered text, or null where nothing of it is. */
export function selectedOffsets(root: HTMLElement): Offsets | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const touched = textNodes(root).filter(({ node }) => range.intersectsNode(node));
  const [first, last] = [touched[0], touched.at(-1)];
  if (first === undefined || last === undefined) return null;
  const start = range.startContainer === first.node ? first.start + range.startOffset : first.start;
  const end = range.endContainer === last.node ? last.start + range.endOffset : last.end;
  return start < end ? [start, end] : null;
}

interface Piece {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

function textNodes(root: HTMLElement): Piece[] {
  return [...root.querySelectorAll<HTMLElement>('[data-start]')].flatMap((element) => {
    const node = element.firstChild;
    if (!(node instanceof Text)) return [];
    const start = Number(element.dataset.start);
    return [{ node, start, end: start + node.length }];
  });
}

function toRange(pieces: readonly Piece[], [start, end]: Offsets): globalThis.Range | null {
  const first = pieces.find((piece) => start < piece.end);
  const last = pieces.findLast((piece) => end > piece.start);
  if (first === undefined || last === undefined || first.start > last.start) return null;
  const range = document.createRange();
  range.setStart(first.node, Math.max(0, start - first.start));
  range.setEnd(last.node, Math.min(last.node.length, end - last.start));
  return range;
}
