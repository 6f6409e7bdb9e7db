// Fits the weights of the decision on antecedents: `npx tsx scripts/train/coreference.ts CORPORA`, after new weights of the heads.
// The head knows its training texts too well, so that its chances there are blurred until it errs about as on other texts.
import { readFileSync, writeFileSync } from 'node:fs';
import { clusterMentions, type Option } from '../../src/extract/coreference/cluster.ts';
import { coreferenceStep, readCandidates } from '../../src/extract/coreference/coreference.ts';
import { mentionLabels } from '../../src/extract/coreference/read-mention.ts';
import type { Reach } from '../../src/extract/coreference/score-links.ts';
import { runSteps, STEPS } from '../../src/extract/extract-document.ts';
import type { Ontology } from '../../src/model/ontology.ts';
import type { Span } from '../../src/model/span.ts';
import { overlapsSpan } from '../../src/model/span.ts';
import { loadTextSession } from '../../src/onnx/text-session.ts';
import { type AnnotatedDocument, readAnnotated } from '../evaluate/annotated.ts';
import { readPronouns } from '../evaluate/pronouns.ts';
import { makeRandom } from '../random.ts';
import { type Example, fitLogLinear, makeOption, type Weights } from './log-linear.ts';

/**
 * `blur`: spread of the noise on log-chances of texts that the head was trained on, until it errs there about as elsewhere.
 * `step`: one document of how many; half of gap-dev stays for measuring. `weight`: of a question; GAP has one a document.
 * `pronouns`: texts of which the head knows the names, but no pronoun.
 */
const FILES = [
  { name: 'gum-train', step: 1, weight: 1, blur: 1.7 },
  { name: 'gap-train', step: 1, weight: 1, blur: 2.5 },
  { name: 'gap-dev', step: 2, weight: 5, blur: 0 },
  { name: 'pronouns', step: 1, weight: 1, blur: 0 },
] as const;
/** Times that a text is asked, each with noise of its own; one time leaves half a point of GAP to chance. */
const DRAWS = 2;
/** Mostly asked of GAP: in GUM nearly every one is easy, so each counts for less there. */
const PERSONAL = /^(?:he|him|his|himself|she|her|hers|herself)$/i;
const PERSONAL_SHARE = 0.3;
/** Where the fit starts: what the head says, and nothing else. */
const PRIOR: Weights = new Map([
  ['chance', 1],
  ['fresh', 1],
]);
/** The measures give more for a link than for none; flat between 1 and 1.6 on gum-dev. Pronouns need none: they nearly always link. */
const PULL = 1.2;

const corpora = process.argv[2];
if (corpora === undefined) throw new Error('Name the folder of the corpora: tsx scripts/train/coreference.ts DIR');
const ontology = JSON.parse(readFileSync(new URL('../../data/ontology.json', import.meta.url), 'utf8')) as Ontology;
const steps = STEPS.slice(0, STEPS.indexOf(coreferenceStep));
const { labels } = await loadTextSession();
const random = makeRandom(1);
const examples: Example[] = [];
const places = new Map<string, number>(); // of features, by name
for (const { name, step, weight, blur } of FILES) {
  const read = name === 'pronouns' ? readPronouns(corpora) : (readAnnotated(corpora, name) ?? []);
  const documents = read.filter((_, place) => place % step === 0);
  const answerer = name === 'gum-train' ? answerAll : answerListed;
  for (const gold of documents) examples.push(...(await askAll(gold, answerer, weight, blur)));
}
const weights = fitLogLinear(examples, places, PRIOR);
const about = {
  about: 'Weights of the decision on antecedents (src/extract/coreference). Made by scripts/train/coreference.ts.',
  trainedOn:
    'UD English GUM train, permissive genres (CC BY 4.0), GAP (Apache-2.0), and pronouns that we read in texts of Re-DocRED, DocRED-HWE and e2e-docie (text CC BY-SA 3.0) and of the Groningen Meaning Bank (public domain)',
  examples: examples.length,
  pull: PULL,
  weights: Object.fromEntries(
    [...weights]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, weight]) => [name, Math.round(weight * 1000) / 1000]),
  ),
};
const target = new URL('../../data/models/coreference-links.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(about, null, 1)}\n`);
process.stdout.write(`${examples.length} examples, ${weights.size} weights\n`);

/** The questions of one document that its annotation answers. */
async function askAll(gold: AnnotatedDocument, answerer: Answerer, weight: number, blur: number): Promise<Example[]> {
  const extraction = await runSteps(steps, gold.document, { ontology });
  const asked: Example[] = [];
  for await (const { grown, candidates, reaches, groups } of readCandidates(extraction)) {
    const spans = candidates.map(({ start, end, head }) => ({
      start: grown.tokens[start]?.start ?? 0,
      end: grown.tokens[end - 1]?.end ?? 0,
      head: grown.tokens[head] as Span,
    }));
    const answer = answerer(gold, spans);
    const watch = (index: number, options: readonly Option[]): void => {
      const right = answer(index, options);
      if (right === null) return;
      const { start, end } = spans[index] as Place;
      const isEasy = answerer === answerAll && PERSONAL.test(gold.document.text.slice(start, end));
      asked.push({
        weight: ((isEasy ? PERSONAL_SHARE : 1) * weight) / DRAWS,
        options: options.map(({ features }, place) => makeOption(features, right[place] ?? false, places)),
      });
    };
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const seen = reaches.map((reach) => (blur > 0 ? blurred(reach, blur) : reach));
      clusterMentions(grown, candidates, seen, groups, mentionLabels(labels), {
        weights: { weights: PRIOR, pull: 0 },
        watch,
      });
    }
  }
  return asked;
}

interface Place extends Span {
  readonly head: Span;
}

/** Which options are right; null where the annotation does not say. */
type Answer = (index: number, options: readonly Option[]) => boolean[] | null;
type Answerer = (gold: AnnotatedDocument, spans: readonly Place[]) => Answer;

/** All mentions are annotated: right is an entity that holds an earlier mention of the gold one, else a new entity. */
function answerAll({ mentions }: AnnotatedDocument, spans: readonly Place[]): Answer {
  const entities = new Map(mentions.map(({ start, end, entity }) => [`${start}:${end}`, entity]));
  const own = spans.map(({ start, end }) => entities.get(`${start}:${end}`) ?? null);
  return (index, options) => {
    const entity = own[index] ?? null;
    const right = options.map(({ members }) =>
      members.some((member) => member < index && entity !== null && own[member] === entity),
    );
    return right.includes(true) ? right : options.map(({ members }) => members.length === 0);
  };
}

/** Some pronouns and names are annotated: right is the entity of its name; where none is, whatever holds no name. */
function answerListed({ mentions }: AnnotatedDocument, spans: readonly Place[]): Answer {
  const pronouns = mentions.filter(({ kind }) => kind === 'pronoun');
  const names = mentions.filter(({ kind }) => kind !== 'pronoun');
  return (index, options) => {
    const { start, end } = spans[index] as Place;
    const pronoun = pronouns.find((each) => each.start === start && each.end === end);
    if (pronoun === undefined) return null;
    const isOwn = ({ entity }: { readonly entity: number | null }): boolean =>
      entity !== null && entity === pronoun.entity;
    const holds = (wanted: readonly Span[]): boolean[] =>
      options.map(({ members }) =>
        members.some((member) =>
          wanted.some((name) => overlapsSpan(spans[member]?.head ?? name, name) && spans[member] !== undefined),
        ),
      );
    const right = holds(names.filter(isOwn));
    if (names.some(isOwn)) return right.includes(true) ? right : null;
    const wrong = holds(names);
    return wrong.includes(true) ? wrong.map((each) => !each) : null;
  };
}

function blurred({ fresh, links }: Reach, spread: number): Reach {
  const noise = (): number =>
    Math.exp(spread * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
  const own = Math.max(fresh, 1e-9) * noise();
  const others = links.map(({ to, chance }) => ({ to, chance: chance * noise() }));
  const total = others.reduce((sum, { chance }) => sum + chance, own);
  return { fresh: own / total, links: others.map(({ to, chance }) => ({ to, chance: chance / total })) };
}
