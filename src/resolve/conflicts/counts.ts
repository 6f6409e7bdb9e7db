// Whether two numbers in two texts can both be right: rounded, bounded, or a part of a whole.
import type { Claim, Evidence } from '../../model/graph.ts';

const AT_LEAST = /\b(?:at least|no (?:fewer|less) than|a minimum of)\b/i;
const AT_MOST = /\b(?:at most|up to|as many as|as much as|no more than|a maximum of)\b/i;
const MORE = /\b(?:over|more than|above|upwards of|in excess of)\b/i;
const LESS = /\b(?:under|less than|fewer than|below|nearly|almost|close to)\b/i;
const ABOUT = /\b(?:about|around|approximately|roughly|some|estimated)\b/i;

/** "About 120,000" says 118,500; "at least 90" all from there on; "more than 120,000" all up to the next round number. */
export function maySay(rough: number, text: string, exact: number): boolean {
  if (AT_LEAST.test(text)) return exact >= rough;
  if (AT_MOST.test(text)) return exact <= rough;
  const unit = 10 ** (String(Math.abs(Math.trunc(rough))).match(/0*$/)?.[0].length ?? 0);
  if (unit <= 1 || rough === 0) return false;
  if (MORE.test(text)) return exact >= rough && exact < rough + unit;
  if (LESS.test(text)) return exact <= rough && exact > rough - unit;
  return (
    ABOUT.test(text) && Math.round(exact / unit) * unit === rough && Math.abs(exact - rough) < Math.abs(rough) * 0.05
  );
}

const PART_BEFORE =
  /\b(?:(?:of|among) (?:those|these|them|whom|which)|including|included|another|additional|further|extra)\b[^.;]*$/i;
const PART_AFTER = /^\s*(?:more|additional|extra|other|further|of (?:those|these|them|the|its|their))\b/i;

/** "Of those, 30,000", "another 500", "200 more": a part, or what comes on top, is no other count of the whole. */
export function isPart({ literal }: Claim, { quote }: Evidence): boolean {
  const at = literal === null ? -1 : quote.indexOf(literal.text);
  if (literal === null || at < 0) return false;
  return PART_BEFORE.test(quote.slice(0, at)) || PART_AFTER.test(quote.slice(at + literal.text.length));
}
