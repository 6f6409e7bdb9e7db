// What is known of an entity itself: each of its names in a sentence, and why its mentions were joined or kept apart.
import type { AliasPayload, DecisionPayload, EntityPayload } from '../../src/server/payload.ts';
import { cutQuote } from '../marks.ts';
import { openReading } from '../state.ts';
import type { Store } from '../store.ts';
import { percent } from '../wording.ts';

/** Pairs of mentions listed for one reason. */
const PAIRS_SHOWN = 4;

export function Dossier({ store, dossier }: { store: Store; dossier: EntityPayload }) {
  const joined = dossier.decisions.filter((decision) => decision.verdict === 'same');
  const others = dossier.decisions.filter((decision) => decision.verdict !== 'same');
  return (
    <>
      <details open={dossier.aliases.length > 0}>
        <summary>Names ({dossier.aliases.length})</summary>
        <ul class="plain aliases">
          {dossier.aliases.map((alias) => (
            <li key={alias.name}>
              <Alias store={store} alias={alias} />
            </li>
          ))}
        </ul>
      </details>
      <Decisions title="Why these are one" decisions={joined} all={dossier.decisionCount - others.length} />
      <Decisions title="Kept apart, or in doubt" decisions={others} all={others.length} />
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
      <strong dir="auto">{name}</strong> <span class="quiet">× {times}</span>
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
function Decisions(props: { title: string; decisions: readonly DecisionPayload[]; all: number }) {
  const { title, decisions, all } = props;
  if (decisions.length === 0) return null;
  const groups = groupDecisions(decisions);
  return (
    <details>
      <summary>
        {title} ({all})
      </summary>
      <ul class="plain decisions">
        {groups.map(({ reasons, items }) => (
          <li key={reasons.join()}>
            <p class="reasons">{reasons.length === 0 ? 'No reason is stored.' : reasons.join(' ')}</p>
            {items.slice(0, PAIRS_SHOWN).map(({ left, right, verdict, score, by }) => (
              <p key={`${left}${right}${by}`} class="quiet">
                <span dir="auto">{left}</span> · <span dir="auto">{right}</span>
                {verdict === 'same' ? '' : `: ${verdict}`} ({percent(score)} alike, {by})
              </p>
            ))}
            {items.length > PAIRS_SHOWN && <p class="quiet">and {items.length - PAIRS_SHOWN} more pairs</p>}
          </li>
        ))}
      </ul>
    </details>
  );
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
      Wikidata {item}
    </a>
  );
}
