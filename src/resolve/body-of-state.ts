// Bodies of which a state has one, so that the noun and the state tell which: "Norwegian troops", not "a Norwegian company".

const BODIES = new Set(
  (
    'government authorities military army navy police troops forces parliament legislature cabinet senate congress judiciary ' +
    'presidency'
  ).split(' '),
);
/** What tells one such body of a state from its others. */
const KINDS = new Set(
  (
    'armed security ground special naval military air army police border interim transitional provisional federal national ' +
    'state upper lower'
  ).split(' '),
);
/** Those of which the last word alone may mean many. */
const PHRASES = new Set([
  'air force',
  'coast guard',
  'central bank',
  'supreme court',
  'constitutional court',
  'state media',
]);

/** True for folded words, without the state, that name such a body. */
export function isBodyOfState(words: string): boolean {
  const list = words.split(' ');
  const isMinistry = list.length === 2 && list.includes('ministry') && !list.includes('new');
  const [last = '', ...kinds] = [...list].reverse();
  return isMinistry || PHRASES.has(words) || (BODIES.has(last) && kinds.every((word) => KINDS.has(word)));
}
