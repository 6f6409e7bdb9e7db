// One claim: who does what to whom, how sure, and every sentence that says so.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ClaimPayload, EvidencePayload } from '../../src/server/payload.ts';
import { isSpeech } from '../claim-facets.ts';
import { words } from '../language.ts';
import { cutQuote, marksOf } from '../marks.ts';
import { openPair, openReading } from '../state.ts';
import type { Store } from '../store.ts';
import { claimMeasure, claimTitle, claimWords, speakerWords } from '../wording.ts';
import { Loaded } from './loaded.tsx';
import { pointAt } from './point-at.ts';
import { Reason } from './reason.tsx';
import { Tags } from './tags.tsx';

const SHOWN_AT_ONCE = 12;
const MORE_AT_ONCE = 50;

interface Props {
  readonly store: Store;
  readonly claim: number;
  readonly lit: boolean;
  /** Level of the heading on its page. */
  readonly level?: 3 | 4;
  /** True where the heading leads to the claim among the others of its pair. */
  readonly linked?: boolean;
}

export function ClaimCard({ store, claim, lit, level = 3, linked = false }: Props) {
  const { facts } = store;
  const id = facts.payload.claims.id[claim] ?? '';
  const told = claimWords(facts, claim);
  const role = claimTitle(facts, claim);
  const disputed = facts.payload.claims.disputed[claim] === 1;
  const Heading = `h${level}` as const;
  const title = (
    <>
      <bdi>{told.subject}</bdi> <em>{told.relation}</em> <bdi>{told.object}</bdi>
    </>
  );
  return (
    <article
      class={`claim${lit ? ' lit' : ''}${disputed ? ' disputed' : ''}`}
      data-claim={id}
      {...pointAt(store, claim)}
    >
      <Heading>
        <Tags store={store} claim={claim} />
        {linked ? (
          <button type="button" onClick={() => openClaim(store, claim)}>
            {title}
          </button>
        ) : (
          title
        )}
      </Heading>
      <p class="measure">
        {role !== '' && `“${role}” · `}
        {claimMeasure(facts, claim)}
      </p>
      <Loaded id={id} load={() => store.source.claim(id)}>
        {(payload) => <Sentences store={store} claim={claim} payload={payload} />}
      </Loaded>
    </article>
  );
}

function Sentences({ store, claim, payload }: { store: Store; claim: number; payload: ClaimPayload }) {
  if (payload.evidence.length === 0) return <Grounds store={store} payload={payload} />;
  return (
    <Passages payload={payload}>{(evidence) => <Sentence store={store} claim={claim} evidence={evidence} />}</Passages>
  );
}

/** When, from which sources, and the places where it stands. */
export function Passages(props: { payload: ClaimPayload; children: (evidence: EvidencePayload) => ComponentChildren }) {
  const { payload, children } = props;
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const left = payload.evidence.length - limit;
  return (
    <>
      {payload.time !== null && <p class="measure">{words().claim.when(payload.time)}</p>}
      {payload.sources.map((source) => (
        <p key={source} class="measure">
          <Reason text={source} />
        </p>
      ))}
      <ul class="sentences" aria-label={words().claim.sentences}>
        {payload.evidence.slice(0, limit).map((evidence) => (
          <li key={`${evidence.document}-${evidence.start}-${evidence.by}`}>{children(evidence)}</li>
        ))}
      </ul>
      {left > 0 && (
        <p class="quiet">
          {words().claim.first(limit, payload.evidence.length)}{' '}
          <button type="button" class="link" onClick={() => setLimit(limit + MORE_AT_ONCE)}>
            {words().entity.more(Math.min(MORE_AT_ONCE, left))}
          </button>
        </p>
      )}
    </>
  );
}

function Sentence({ store, claim: place, evidence }: { store: Store; claim: number; evidence: EvidencePayload }) {
  return (
    <ReadButton store={store} claim={place} evidence={evidence}>
      <q dir="auto">
        {cutQuote(evidence.quote, evidence.start, marksOf(evidence)).map((segment, index) =>
          segment.kind === null ? (
            segment.text
          ) : (
            <mark key={index} class={segment.kind}>
              {segment.text}
            </mark>
          ),
        )}
      </q>
    </ReadButton>
  );
}

/** Opens the article with the sentence lit. The children stand above where it comes from. */
export function ReadButton(props: {
  store: Store;
  claim: number;
  evidence: EvidencePayload;
  children?: ComponentChildren;
}) {
  const { store, evidence } = props;
  const { document, start, end, speaker } = evidence;
  const { payload } = store.facts;
  const claim = payload.claims.id[props.claim] ?? '';
  const reading = store.state.value.reading;
  const open = reading?.document === document && reading.claim === claim && reading.start === start;
  const read = (): void => store.change((state) => openReading(state, { document, claim, start, end }));
  return (
    <button type="button" class="sentence" aria-pressed={open} onClick={read}>
      {props.children}
      <span class="origin">
        {speaker !== null && !isSpeech(payload, props.claim) && (
          <span class="speaker">{speakerWords(store.facts, props.claim, speaker)}</span>
        )}
        <span class="publisher">{evidence.publisher ?? words().page.noPublisher}</span>
        {evidence.publishedAt !== null && <time dateTime={evidence.publishedAt}>{evidence.publishedAt}</time>}
        <span class="title">{evidence.title}</span>
        {evidence.copyOf !== null && <span class="copy">{words().claim.copyOf(evidence.copyOf)}</span>}
      </span>
    </button>
  );
}

/** A derived claim shows the claims it stands on. */
function Grounds({ store, payload }: { store: Store; payload: ClaimPayload }) {
  const grounds = payload.derivedFrom.map((id) => store.facts.claimPlace.get(id) ?? -1).filter((claim) => claim >= 0);
  return (
    <ul class="plain">
      {grounds.map((claim) => {
        const told = claimWords(store.facts, claim);
        return (
          <li key={claim}>
            <button type="button" class="link" onClick={() => openClaim(store, claim)}>
              {words().claim.because} <bdi>{told.subject}</bdi> {told.relation} <bdi>{told.object}</bdi>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Opens a claim between two entities, or the entity where the claim ends in a number or date. */
export function openClaim(store: Store, claim: number): void {
  const { claims, entities } = store.facts.payload;
  const subject = entities.id[claims.subject[claim] ?? -1];
  const object = entities.id[claims.object[claim] ?? -1];
  if (subject === undefined) return;
  store.change((state) => ({
    ...openPair(state, [subject, object ?? subject], claims.id[claim] ?? null),
    ...(object === undefined ? { entity: subject, pair: null } : {}),
  }));
}
