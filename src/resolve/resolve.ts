// Extractions and decisions → graph: readings, components, entities, claims; the one file that knows the order.
import type { Extraction } from '../model/extraction.ts';
import type { Claim, Decision, Entity, Graph } from '../model/graph.ts';
import type { Ontology } from '../model/ontology.ts';
import { makeBlockNodes } from './block-nodes.ts';
import { makeClaimMaker } from './claims.ts';
import { draftsOf, makeComponentDecider } from './components.ts';
import { findConflicts, markDisputed } from './conflicts/find-conflicts.ts';
import { makeGround } from './conflicts/ground.ts';
import { makeClaimDeriver } from './derived-claims.ts';
import { makeEntityNamer } from './entities.ts';
import type { WitnessesOf } from './finish-claim.ts';
import { compareText } from './fold.ts';
import { makeFolderReader } from './folder.ts';
import { makeLineageTracer } from './lineage/trace-lineage.ts';
import { groupWitnesses } from './lineage/witnesses.ts';
import { makeDecisionLister, makeMentionLister, makeRecorder } from './listings.ts';
import { makeNameFacts } from './name-facts.ts';
import { makeSorter, updateSorted } from './sorted-list.ts';
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

/** Every stage is a function that remembers what it was last given. */
export function makeResolver(ontology: Ontology, model = '', { metonyms = false }: ResolveOptions = {}): Resolver {
  const sortExtractions = makeSorter<Extraction>((a, b) => compareText(a.document.id, b.document.id));
  const sortEntities = makeSorter<Entity>((a, b) => compareText(a.id, b.id));
  const facts = makeNameFacts();
  const nodes = makeBlockNodes();
  const readFolder = makeFolderReader({ ontology, metonyms }, facts, nodes);
  const decide = makeComponentDecider(facts, nodes);
  const nameEntities = makeEntityNamer();
  const listen = makeListener();
  const traceLineage = makeLineageTracer();
  const record = makeRecorder();
  const makeClaims = makeClaimMaker(ontology);
  const deriveClaims = makeClaimDeriver(ontology);
  const listMentions = makeMentionLister();
  const listDecisions = makeDecisionLister();
  let run = 0;
  return {
    resolve: (extractions, decisions) => {
      run += 1;
      const sorted = sortExtractions(extractions);
      const words = lastWords(decisions);
      const readings = readFolder(sorted, cutsOf(words), run);
      facts.count(readings, run);
      const decided = decide(readings, words, run);
      const entities = nameEntities(draftsOf(decided.components));
      const voices = listen(readings, decided.components, entities);
      const { records, moved } = record(sorted, traceLineage(sorted));
      const witnessesOf: WitnessesOf = (evidence) => groupWitnesses(evidence, records);
      const claims = makeClaims(voices, moved, witnessesOf);
      const conflicts = findConflicts(makeGround(voices, claims.stated, entities, ontology));
      const derived = deriveClaims(claims, entities, witnessesOf);
      return {
        model,
        documents: [...records.values()],
        entities: sortEntities(entities),
        mentions: listMentions(voices),
        claims: updateSorted(markDisputed(claims.stated, conflicts), isNever, [...derived], byId),
        conflicts,
        decisions: listDecisions(decided),
      };
    },
  };
}

const isNever = (): boolean => false;
const byId = (left: Claim, right: Claim): number => compareText(left.id, right.id);
