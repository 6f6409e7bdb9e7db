// What is known of an entity itself: each of its names in a sentence, and why its mentions were joined or kept apart.
import type { AliasPayload, DecidedPayload, DecisionPayload, EntityPayload } from '../../src/server/payload.ts';
import { wordFor, words } from '../language.ts';
import { cutQuote } from '../marks.ts';
import { openReading } from '../state.ts';
import type { Store } from '../store.ts';
import { PartOrJoin } from './part-or-join.tsx';
import { Reason } from './reason.tsx';

/** Pairs of mentions listed for one reason. */
const PAIRS_SHOWN = 4;

interface Props {
  readonly store: Store;
  readonly entity: number;
  readonly dossier: EntityPayload;
}

export function Dossier({ store, entity, dossier }: Props) {
  const joined = dossier.decisions.filter((decision) => decision.verdict === 'same');
  const others = dossier.decisions.filter((decision) => decision.verdict !== 'same');
  const told = words().dossier;
  return (
    <>
      <details open={dossier.aliases.length > 0}>
        <summary>{told.names(dossier.aliases.length)}</summary>
        <ul class="plain aliases">
          {dossier.aliases.map((alias) => (
            <li key={alias.name}>
              <Alias store={store} alias={alias} />
            </li>
          ))}
        </ul>
      </details>
      <Decisions store={store} title={told.joined(dossier.decisionCount - others.length)} decisions={joined} />
      <Decisions store={store} title={told.apart(others.length)} decisions={others} />
      <PartOrJoin store={store} entity={entity} dossier={dossier} />
      {dossier.sameAs.map((name) => (
        <p key={name} class="quiet">
          <WikidataLink name={name} />
        </p>
      ))}
    </>
  );
}

function Alias({ store, alias: { name, count: times, example } }: { store: Store; alias: AliasPayload }) {
  const read = ({ document, mark: [start, end] }: NonNullable<AliasPayload['example']>): void =>
    store.change((state) => openReading(state, { document, claim: null, start, end }));
  return (
    <>
      <strong dir="auto">{name}</strong> <span class="quiet">{words().dossier.times(times)}</span>
      {example !== null && (
        <button type="button" class="sentence small" onClick={() => read(example)}>
          <q dir="auto">
            {cutQuote(example.quote, example.start, [{ kind: 'subject', range: example.mark }]).map((segment, index) =>
              segment.kind === null ? (
                segment.text
              ) : (
                <mark key={index} class="subject">
                  {segment.text}
                </mark>
              ),
            )}
          </q>
          <span class="origin">
            <span class="publisher">{example.publisher ?? example.title}</span>
            {example.publishedAt !== null && <time dateTime={example.publishedAt}>{example.publishedAt}</time>}
          </span>
        </button>
      )}
    </>
  );
}

/** Decisions with the same reasons stand once, with all the pairs that they joined. */
function Decisions(props: { store: Store; title: string; decisions: readonly DecisionPayload[] }) {
  const { store, title, decisions } = props;
  if (decisions.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul class="plain decisions">
        {groupDecisions(decisions).map(({ reasons, items }) => (
          <li key={reasons.join()}>
            <p class="reasons">
              {reasons.length === 0 && words().dossier.noReason}
              {reasons.map((reason) => (
                <span key={reason}>
                  <Reason text={reason} />{' '}
                </span>
              ))}
            </p>
            {items.slice(0, PAIRS_SHOWN).map((decision) => (
              <Pair key={`${decision.left.mention}${decision.right.mention}`} store={store} decision={decision} />
            ))}
            {items.length > PAIRS_SHOWN && <p class="quiet">{words().dossier.morePairs(items.length - PAIRS_SHOWN)}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Pair({ store, decision: { left, right, verdict, score, by } }: { store: Store; decision: DecisionPayload }) {
  const told = words().dossier;
  const mayPart = verdict === 'same' && store.desk.canDecide.value === true;
  const part = (): void =>
    void store.desk.act(words().decide.keptApart(left.surface, right.surface), (desk) =>
      desk.decide({ verdict: 'different', left: left.mention, right: right.mention, draw: true }),
    );
  const facts = [wordFor(told.verdicts, verdict), told.alike(score), told.by(whoDecided(by))].filter(Boolean);
  return (
    <p class="decided">
      <bdi>{sayPlace(left)}</bdi> · <bdi>{sayPlace(right)}</bdi> <span class="quiet">({facts.join(', ')})</span>
      {mayPart && (
        <button type="button" class="link" disabled={store.desk.isWorking.value} onClick={part}>
          {words().decide.notSame}
        </button>
      )}
    </p>
  );
}

function sayPlace({ surface, title }: DecidedPayload): string {
  return title === null ? surface : words().dossier.inDocument(surface, title);
}

/** `person:Ada` is Ada; the program signs with the name and version of its step. */
function whoDecided(by: string): string {
  if (by === 'person') return words().dossier.aPerson;
  return by.startsWith('person:') ? by.slice('person:'.length) : words().dossier.theProgram;
}

function groupDecisions(decisions: readonly DecisionPayload[]) {
  const groups = new Map<string, { reasons: readonly string[]; items: DecisionPayload[] }>();
  for (const decision of decisions) {
    const key = decision.reasons.join('\n');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { reasons: decision.reasons, items: [decision] });
    else known.items.push(decision);
  }
  return [...groups.values()].sort((a, b) => b.items.length - a.items.length);
}

function WikidataLink({ name }: { name: string }) {
  const item = /^wikidata:(Q\d+)$/.exec(name)?.[1];
  if (item === undefined) return <>{name}</>;
  return (
    <a href={`https://www.wikidata.org/wiki/${item}`} rel="noreferrer noopener" target="_blank">
      {words().dossier.wikidata(item)}
    </a>
  );
}
