// Extractions and decisions → graph: readings, components, entities, claims; the one file that knows the order.
import type { Extraction } from '../model/extraction.ts';
import type { Decision, Entity, Graph } from '../model/graph.ts';
import type { Ontology } from '../model/ontology.ts';
import { makeBlockNodes } from './block-nodes.ts';
import { makeClaimMaker } from './claims.ts';
import { makeComponentDecider } from './components.ts';
import { findConflicts, markDisputed } from './conflicts/find-conflicts.ts';
import { makeGround } from './conflicts/ground.ts';
import { draftsOf } from './decided.ts';
import { makeClaimDeriver } from './derived-claims.ts';
import { makeEntityNamer } from './entities.ts';
import type { WitnessesOf } from './finish-claim.ts';
import { compareText } from './fold.ts';
import { makeFolderReader } from './folder.ts';
import { makeLineageTracer } from './lineage/trace-lineage.ts';
import { groupWitnesses } from './lineage/witnesses.ts';
import { makeDecisionLister, makeMentionLister, makeRecorder } from './listings.ts';
import { makeNameFacts } from './name-facts.ts';
import { makeDiffer, makeLister, updateSorted } from './sorted-list.ts';
import { cutsOf, lastWords } from './stages/people-decide.ts';
import { makeListener } from './voice.ts';

/** Makes the graph of a folder, again and again. */
export interface Resolver {
  /**
   * Exactly what `resolve` gives. What it was given before it remembers, extraction by extraction (by identity), and works
   * out anew only what a change concerns.
   */
  resolve(extractions: readonly Extraction[], decisions: readonly Decision[]): Graph;
}

export interface ResolveOptions {
  /** "Moscow" and "the Kremlin", where they act, stand for Russia. False keeps them places. */
  readonly metonyms?: boolean;
}

/**
 * The graph of a folder. Pure, and the same whatever the order of the extractions. Of decisions the later outranks the
 * earlier, and people outrank machines; `model` is the version of the extractor, written into the graph.
 */
export function resolve(
  extractions: readonly Extraction[],
  decisions: readonly Decision[],
  ontology: Ontology,
  model = '',
  options: ResolveOptions = {},
): Graph {
  return makeResolver(ontology, model, options).resolve(extractions, decisions);
}

/** Every stage remembers, and is told only what came and what left. */
export function makeResolver(ontology: Ontology, model = '', { metonyms = false }: ResolveOptions = {}): Resolver {
  const compareWith = makeDiffer<Extraction>();
  const facts = makeNameFacts();
  const nodes = makeBlockNodes();
  const readFolder = makeFolderReader({ ontology, metonyms }, facts, nodes);
  const decide = makeComponentDecider(facts, nodes);
  const entities = makeEntityNamer();
  const voices = makeListener();
  const traceLineage = makeLineageTracer();
  const record = makeRecorder();
  const makeClaims = makeClaimMaker(ontology);
  const deriveClaims = makeClaimDeriver(ontology);
  const listEntities = makeLister<Entity>(byId);
  const listMentions = makeMentionLister();
  const listDecisions = makeDecisionLister();
  let run = 0;
  return {
    resolve: (extractions, decisions) => {
      run += 1;
      const change = compareWith(extractions);
      const words = lastWords(decisions);
      const folder = readFolder(change, cutsOf(words), run);
      facts.count(folder, folder.readings, run);
      const decided = decide(folder, words, run);
      const named = entities.update({ came: draftsOf(decided.came), left: draftsOf(decided.left) });
      const heard = voices.update(folder, decided, entities);
      const records = record(change, traceLineage(change));
      const witnessesOf: WitnessesOf = (evidence) => groupWitnesses(evidence, records.byId);
      const moved = [...records.moved].flatMap((id) => voices.of(id) ?? []);
      const claims = makeClaims(heard, moved, witnessesOf);
      const conflicts = findConflicts(makeGround(voices.of, claims.stated, entities, ontology));
      const derived = deriveClaims(claims, entities.get, witnessesOf);
      return {
        model,
        documents: records.listed,
        entities: listEntities(named),
        mentions: listMentions(heard),
        claims: updateSorted(markDisputed(claims.stated, conflicts), [], derived, byId),
        conflicts,
        decisions: listDecisions(decided),
      };
    },
  };
}

const byId = (left: { readonly id: string }, right: { readonly id: string }): number => compareText(left.id, right.id);
