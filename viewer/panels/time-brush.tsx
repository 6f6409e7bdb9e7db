// The filter on time: bars to drag over, and two dates to type; days of publication or of what happened.
import { useMemo, useRef } from 'preact/hooks';
import { type Clock, setFilter } from '../state.ts';
import type { Store } from '../store.ts';
import { makeTimeline } from '../timeline.ts';
import { count } from '../wording.ts';

const CLOCKS: readonly { readonly clock: Clock; readonly label: string }[] = [
  { clock: 'published', label: 'published' },
  { clock: 'happened', label: 'happened' },
];

export function TimeBrush({ store }: { store: Store }) {
  const { filter } = store.state.value;
  const choose = (from: string | null, to: string | null): void =>
    store.change((now) => setFilter(now, { from: from || null, to: to || null }));
  return (
    <fieldset>
      <legend>When</legend>
      <div class="steps">
        {CLOCKS.map(({ clock, label }) => (
          <label key={clock}>
            <input
              type="radio"
              name="clock"
              checked={filter.clock === clock}
              onChange={() => store.change((now) => setFilter(now, { clock, from: null, to: null }))}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <Bars store={store} />
      <label class="day">
        from
        <input
          type="date"
          value={filter.from ?? ''}
          onChange={(event) => choose(event.currentTarget.value, filter.to)}
        />
      </label>
      <label class="day">
        to
        <input
          type="date"
          value={filter.to ?? ''}
          onChange={(event) => choose(filter.from, event.currentTarget.value)}
        />
      </label>
      <Undated store={store} />
    </fieldset>
  );
}

/** What has no day is never dropped without a word. */
function Undated({ store }: { store: Store }) {
  const { from, to } = store.state.value.filter;
  const { undated } = store.counts.value;
  if (undated === 0) return null;
  return (
    <p class="quiet">
      {count(undated, 'statement')} without a date{from === null && to === null ? '' : ', hidden by these dates'}
    </p>
  );
}

/** A press chooses one bar, a drag all bars it passes; the dates below do the same for the keyboard. */
function Bars({ store }: { store: Store }) {
  const { filter } = store.state.value;
  const failures = store.failures.value;
  const bars = useMemo(() => makeTimeline(store.facts, filter, failures), [store, filter.clock, failures]);
  const anchor = useRef<number | null>(null);
  if (bars.length < 2) return <p class="quiet">{bars.length === 0 ? 'No dates are known.' : 'All on one day.'}</p>;
  const most = Math.max(...bars.map((bar) => bar.count), 1);
  const barAt = (event: PointerEvent): number => {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    return Math.min(bars.length - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * bars.length)));
  };
  const drag = (event: PointerEvent): void => {
    if (anchor.current === null) return;
    const ends = [anchor.current, barAt(event)].sort((a, b) => a - b) as [number, number];
    const [from, to] = [bars[ends[0]]?.from ?? null, bars[ends[1]]?.to ?? null];
    store.change((now) => setFilter(now, { from, to }), 'time');
  };
  const isIn = (from: string, to: string): boolean =>
    (filter.from === null || to >= filter.from) && (filter.to === null || from <= filter.to);
  return (
    <svg
      class="bars"
      viewBox={`0 0 ${bars.length} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
      onPointerDown={(event) => {
        anchor.current = barAt(event);
        event.currentTarget.setPointerCapture(event.pointerId);
        drag(event);
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        anchor.current = null;
      }}
    >
      {bars.map(({ from, to, count: number }, index) => (
        <rect
          key={from}
          class={isIn(from, to) ? 'in' : ''}
          x={index + 0.08}
          width={0.84}
          y={1 - number / most}
          height={number / most}
        />
      ))}
    </svg>
  );
}
