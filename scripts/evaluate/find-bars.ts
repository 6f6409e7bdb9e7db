// The chance from which each family of learned relations is stated in each kind of text: as many right ones as go with news being right.
import { TEXT_KINDS, type TextKind } from '../../src/extract/learned-relations/text-kind.ts';

/** What is or may be stated of one document. */
export interface Stated {
  readonly file: string;
  /** Equal for the same thing said twice: the gold relation, or else the pair and type. */
  readonly key: string;
  readonly right: boolean;
}

export interface Chance extends Stated {
  readonly kind: TextKind;
  readonly chance: number;
  /** The bar of its own below which it is never stated, whatever its family's; 0 for most. */
  readonly floor: number;
}

const NEWS = 'news';
/** Below, an edge is misread more often than a reader forgives, whatever the sum. */
const LEAST_BAR = 0.47;
const BARS = Array.from({ length: 71 }, (_, place) => place / 100);
/** What a wrong relation costs beside the 1 that a right one brings: with the highest F1 in sight, about its half. */
const COST = 0.5;
/**
 * The share of what is stated of news that must be right, by rules and model together: people read news with this program.
 * Four points above the aim of 0.8: what the rules say was in part read off these documents, and a later reading marks more as open than an earlier one.
 */
const LEAST_PRECISION = 0.84;
/** What a wrong relation of news may cost beside that. */
const [MOST_PRICE, PRICE_STEP] = [50, 0.25];

export type Bars = Readonly<Record<TextKind, number>>;

/**
 * The bars of each family: the best sum of right and wrong over all files in which news is right often enough, found by
 * the price of a wrong relation of news (Lagrange). A family that news bears out gets a low bar, whatever the others need.
 */
export function findBars(families: readonly (readonly Chance[])[], rules: readonly Stated[]): Bars[] {
  let bars: Bars[] = [];
  for (let price = 0; price <= MOST_PRICE; price += PRICE_STEP) {
    bars = families.map((chances) => bestBars(chances, price));
    const learned = families.flatMap((chances, place) =>
      chances.filter((each) => isStated(each, bars[place]?.[each.kind] ?? 1)),
    );
    const news = [...rules, ...learned].filter(({ file }) => file === NEWS);
    const right = [...new Map(news.map((each) => [each.key, each.right])).values()];
    if (right.filter(Boolean).length >= LEAST_PRECISION * right.length) break;
  }
  return bars;
}

export function isStated({ chance, floor }: Chance, bar: number): boolean {
  return chance >= Math.max(bar, floor);
}

function bestBars(chances: readonly Chance[], price: number): Bars {
  const [report = 1, reference = 1] = TEXT_KINDS.map((kind) => {
    const own = chances.filter((each) => each.kind === kind);
    const bars = BARS.filter((bar) => bar >= LEAST_BAR);
    const gains = bars.map((bar) =>
      own.reduce((sum, each) => sum + (isStated(each, bar) ? gainOf(each, price) : 0), 0),
    );
    return bars[gains.indexOf(Math.max(...gains))];
  });
  return { report, reference };
}

function gainOf({ file, right }: Stated, price: number): number {
  const ofNews = right ? 1 - LEAST_PRECISION : -LEAST_PRECISION;
  return (right ? 1 : -COST) + (file === NEWS ? price * ofNews : 0);
}
