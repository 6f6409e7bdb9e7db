// The page of the articles: who repeats whom, as a small tree by time, and who stands alone.
import { words } from '../language.ts';
import { openReading, setFilter } from '../state.ts';
import { type Family, makeStemma, type Tie, type Witness } from '../stemma.ts';
import type { Store } from '../store.ts';
import { moveInList } from './list-keys.ts';

/** Measures of the tree in pixels; ROW is also the height of a row in the style sheet. */
const ROW = 54;
const STEP = 26;
const MARGIN = 12;

export function StemmaPage({ store }: { store: Store }) {
  const { families, alone } = makeStemma(store.facts.payload);
  const { copyOf } = store.facts.payload.documents;
  const copies = copyOf.filter((place) => place >= 0).length;
  return (
    <section class="page" aria-labelledby="stemma-heading">
      <h2 id="stemma-heading">{words().articles.title}</h2>
      <p class="quiet">{words().articles.summary(copyOf.length, copies)}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move among the articles inside */}
      <div class="stemma" onKeyDown={moveInList}>
        {families.map((family) => (
          <FamilyTree key={family.witnesses[0]?.name} store={store} family={family} />
        ))}
        {alone.length > 0 && (
          <section aria-labelledby="alone-heading">
            <h3 id="alone-heading">{words().articles.alone(alone.length)}</h3>
            <ul class="rows">
              {alone.map((document) => (
                <li key={document}>
                  <ArticleRow store={store} document={document} ties={[]} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </section>
  );
}

function FamilyTree({ store, family: { witnesses, ties } }: { store: Store; family: Family }) {
  const deepest = Math.max(...witnesses.map((witness) => witness.depth));
  const width = 2 * MARGIN + deepest * STEP;
  return (
    <section class="family" aria-label={words().articles.family(witnesses[0]?.name ?? '')}>
      <svg class="tree" width={width} height={witnesses.length * ROW} aria-hidden="true">
        {ties.map((tie) => (
          <path key={`${tie.from}-${tie.to}`} class={tie.kind} d={pathOf(witnesses, tie)} />
        ))}
        {witnesses.map(({ document, depth }, row) => (
          <circle key={row} class={document < 0 ? 'outside' : ''} cx={MARGIN + depth * STEP} cy={middle(row)} r="5" />
        ))}
      </svg>
      <ul class="rows">
        {witnesses.map(({ document, name }, row) => {
          const own = ties.filter((tie) => tie.to === row);
          return (
            <li key={row}>
              {document < 0 ? (
                <p class="outside">
                  <span class="title">{name}</span> <span class="quiet">{words().articles.outside}</span>
                </p>
              ) : (
                <ArticleRow
                  store={store}
                  document={document}
                  ties={own.map((tie) => tieWords(tie, witnesses[tie.from]?.name ?? ''))}
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Hides what falls if this article is not believed, or shows it again. */
function WithoutButton({ store, document }: { store: Store; document: number }) {
  const id = store.facts.payload.documents.id[document] ?? '';
  const alone = store.alone.value[document] ?? 0;
  const hidden = store.state.value.filter.without === id;
  // What stands in its copies hangs on it, too: more, often, than stands in itself.
  const copied = store.facts.payload.documents.copyOf.includes(document);
  if (alone === 0) return null;
  const told = words().articles;
  return (
    <button
      type="button"
      class="link without-button"
      aria-pressed={hidden}
      title={hidden ? words().filter.withAgain : told.without}
      onClick={() => store.change((state) => setFilter(state, { without: hidden ? null : id }))}
    >
      {hidden ? told.aloneShow(alone) : copied ? told.copiedHide(alone) : told.aloneHide(alone)}
    </button>
  );
}

function ArticleRow({ store, document, ties }: { store: Store; document: number; ties: readonly string[] }) {
  const { documents, publishers } = store.facts.payload;
  const id = documents.id[document] ?? '';
  const statements = store.whole.value.documents[document] ?? 0;
  const publisher = publishers[documents.publisher[document] ?? -1];
  return (
    <>
      <button
        type="button"
        class="row"
        aria-pressed={store.state.value.reading?.document === id}
        onClick={() =>
          store.change((state) => openReading(state, { document: id, claim: null, start: null, end: null }))
        }
      >
        <span class="name">
          {documents.title[document]}
          <span class="origin">
            <span class="publisher">{publisher ?? words().page.noPublisher}</span>
            <span>{documents.publishedAt[document] ?? words().page.noDate}</span>
            {ties.length > 0 && (
              <span class="copy" title={ties.join('\n')}>
                {ties[0]}
              </span>
            )}
            {ties.length > 1 && <span class="copy more-ties">+{ties.length - 1}</span>}
          </span>
        </span>
        <span class="number">{words().counted.statements(statements)}</span>
      </button>
      <WithoutButton store={store} document={document} />
    </>
  );
}

function tieWords({ kind, share }: Tie, title: string): string {
  return kind === 'copies' ? words().articles.copies(share, title) : words().articles.cites(title);
}

function middle(row: number): number {
  return row * ROW + ROW / 2;
}

/** Down from the earlier one, then across to the later. */
function pathOf(witnesses: readonly Witness[], { from, to }: Tie): string {
  const [x1, x2] = [from, to].map((row) => MARGIN + (witnesses[row]?.depth ?? 0) * STEP);
  return `M${x1} ${middle(from)}V${middle(to)}H${x2}`;
}
