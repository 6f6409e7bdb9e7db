// Given names in their short forms and transliterations: a table, since there are no rules.
import { readFileSync } from 'node:fs';

interface Forms {
  readonly short: readonly string[];
  readonly spelt: readonly string[];
}

const { short, spelt } = JSON.parse(
  readFileSync(new URL('../../data/lexicon/given-names.json', import.meta.url), 'utf8'),
) as Forms;

const fullOf = new Map<string, Set<string>>();
for (const line of [...short, ...spelt]) {
  const [full = '', ...forms] = line.split(' ');
  for (const form of [full, ...forms]) fullOf.set(form, (fullOf.get(form) ?? new Set()).add(full));
}
const NONE: ReadonlySet<string> = new Set();

/** The names of which a folded word is a form, its own among them if it is one: "bill" gives "william". */
export function fullForms(word: string): ReadonlySet<string> {
  return fullOf.get(word) ?? NONE;
}

/** True where two different words are forms of one given name: "bill" and "william", "muhammad" and "mohammed". */
export function areFormsOfOne(left: string, right: string): boolean {
  const other = fullForms(right);
  return left !== right && [...fullForms(left)].some((full) => other.has(full));
}
