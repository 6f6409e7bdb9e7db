// The article itself, with the sentence, both mentions and the cue lit where they stand.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClaimPayload, DocumentPayload } from '../../src/server/payload.ts';
import { countAlone } from '../facets.ts';
import { light, type Stretch } from '../highlight.ts';
import { isTyping } from '../keys.ts';
import { words } from '../language.ts';
import { marksOf, paragraphs } from '../marks.ts';
import { isPhone } from '../phone.ts';
import { focusEntity, openReading, type Reading, setFilter, type ViewState } from '../state.ts';
import type { Store } from '../store.ts';
import { giveBack, openerOutside } from './give-back.ts';
import { useLoaded } from './loaded.tsx';
import { PassageLine, usePassage } from './passage.tsx';

interface Opened {
  readonly reading: Reading;
  readonly text: DocumentPayload;
  readonly claim: ClaimPayload | null;
}

export function ReaderPanel({ store, reading }: { store: Store; reading: Reading }) {
  const key = `${reading.document} ${reading.claim} ${reading.start}`;
  const opened = useLoaded<Opened>(key, async () => ({
    reading,
    text: await store.source.document(reading.document),
    claim: reading.claim === null ? null : await store.source.claim(reading.claim),
  }));
  const room = useFocusInside(key);
  return (
    <section class="reader" aria-label={words().reader.article} ref={room}>
      <button
        type="button"
        class="close"
        aria-label={words().reader.close}
        title={words().reader.closeKeys}
        onClick={() => store.change((state) => openReading(state, null))}
      >
        ×
      </button>
      {opened === undefined && <p class="quiet">{words().page.loading}</p>}
      {opened instanceof Error && (
        <p class="trouble" role="alert">
          {opened.message}
        </p>
      )}
      {opened !== undefined && !(opened instanceof Error) && <Article store={store} opened={opened} />}
    </section>
  );
}

/** The focus is lent to the article, and goes back to what opened it when the article closes. */
function useFocusInside(key: string) {
  const room = useRef<HTMLElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    opener.current = openerOutside(room.current) ?? opener.current;
  }, [key]);
  useLayoutEffect(() => () => giveBack(room.current, opener.current), []);
  return room;
}

function Article({ store, opened }: { store: Store; opened: Opened }) {
  const { text } = opened;
  const body = useRef<HTMLDivElement>(null);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (body.current === null) return;
    const { stretches, found } = stretchesOf(opened);
    const painted = light(body.current, stretches);
    setLost(!found);
    scrollTo(body.current, painted.get('sentence')?.[0]);
    focusAt(body.current, painted.get('sentence')?.[0]);
    document.documentElement.dataset.reading = text.id;
    return () => {
      light(document.createElement('div'), []);
      delete document.documentElement.dataset.reading;
    };
  }, [opened, text.id]);
  usePassage(store, body, text);
  const named = [...new Set(text.mentions.flatMap((mention) => mention.entity ?? []))];
  const { entities } = store.facts.payload;
  const spans = paragraphs(text.text, text.blocks);
  return (
    <>
      <header>
        <h2 dir="auto">{text.title}</h2>
        <p class="origin">
          <span class="publisher">{text.publisher ?? words().page.noPublisher}</span>
          {text.publishedAt !== null && <time dateTime={text.publishedAt}>{text.publishedAt}</time>}
          {text.author !== null && <span>{text.author}</span>}
          <span class="path">{text.source}</span>
        </p>
        {text.copyOf !== null && <p class="notice">{words().reader.repeats(text.copyOf.share, text.copyOf.title)}</p>}
        {text.cites.length > 0 && (
          <p class="quiet">{words().reader.relies(text.cites.map((cite) => cite.text).join(', '))}</p>
        )}
        <Alone store={store} document={text.id} />
        {lost && (
          <p class="trouble" role="alert">
            {words().reader.lost}
          </p>
        )}
      </header>
      <div
        class="article"
        ref={body}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        role="document"
        aria-label={text.title}
        lang={text.language ?? undefined}
      >
        {spans.map((span) => (
          <p key={span.start} class={classOf(span, text)} data-start={span.start} tabIndex={-1} dir="auto">
            {text.text.slice(span.start, span.end)}
          </p>
        ))}
      </div>
      <PassageLine store={store} />
      <details class="named">
        <summary>{words().reader.named(named.length)}</summary>
        <ul class="chips">
          {named.map((id) => (
            <li key={id}>
              <button type="button" class="chip" onClick={() => store.change((state) => goTo(state, id))}>
                {entities.name[store.facts.entityPlace.get(id) ?? -1]}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** On a phone the article fills the screen and gives way to the name; Back leads to it again. */
function goTo(state: ViewState, entity: string): ViewState {
  const next = focusEntity(state, entity);
  return isPhone() ? openReading(next, null) : next;
}

/** What falls if this article is not believed. */
function Alone({ store, document }: { store: Store; document: string }) {
  const alone = countAlone(store.facts, document);
  const hidden = store.state.value.filter.without === document;
  const copied = store.facts.payload.documents.copyOf.includes(store.facts.documentPlace.get(document) ?? -1);
  if (alone === 0) return <p class="quiet">{words().reader.notAlone}</p>;
  return (
    <p class="quiet">
      {words().reader.alone(alone, copied)}{' '}
      <button
        type="button"
        class="link"
        onClick={() => store.change((state) => setFilter(state, { without: hidden ? null : document }))}
      >
        {hidden ? words().reader.show(alone) : words().reader.hide(alone)}
      </button>
    </p>
  );
}

/** Most articles open with their own title, which already stands above them. */
function classOf(span: { start: number; end: number; kind: string }, { text, title }: DocumentPayload): string {
  return text.slice(span.start, span.end).trim() === title ? 'repeated' : span.kind;
}

/** What to light, and whether the stored quote still stands where it was stored. */
function stretchesOf({ reading, text, claim }: Opened): { stretches: Stretch[]; found: boolean } {
  const mentions = text.mentions.map((mention): Stretch => ({ kind: 'mention', range: [mention.start, mention.end] }));
  if (reading.start === null || reading.end === null) return { stretches: mentions, found: true };
  const inText = reading.end <= text.text.length && reading.start < reading.end;
  if (claim === null) {
    return { stretches: [...mentions, { kind: 'sentence', range: [reading.start, reading.end] }], found: inText };
  }
  const evidence = claim.evidence.find((item) => item.document === text.id && item.start === reading.start);
  const found = evidence !== undefined && text.text.slice(evidence.start, evidence.end) === evidence.quote;
  if (!found) return { stretches: mentions, found };
  return {
    stretches: [...mentions, { kind: 'sentence', range: [evidence.start, evidence.end] }, ...marksOf(evidence)],
    found,
  };
}

/** What is read aloud begins with the paragraph of the sentence; not while the page itself opens, nor while one types. */
function focusAt(body: HTMLElement, range: Range | undefined): void {
  if (document.documentElement.dataset.ready === undefined || isTyping(document.activeElement)) return;
  const place = range?.startContainer.parentElement?.closest<HTMLElement>('[data-start]') ?? body;
  place.focus({ preventScroll: true });
}

function scrollTo(body: HTMLElement, range: Range | undefined): void {
  if (range === undefined) {
    body.scrollTop = 0;
    return;
  }
  const place = range.getBoundingClientRect();
  const frame = body.getBoundingClientRect();
  body.scrollTop += place.top - frame.top - Math.max(40, (frame.height - place.height) / 3);
}
