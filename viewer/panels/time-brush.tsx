// The filter on time: bars to drag over, and two dates to type; days of publication or of what happened.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { words } from '../language.ts';
import { setFilter } from '../state.ts';
import type { Store } from '../store.ts';
import { type Bar, makeTimeline, nextWindow } from '../timeline.ts';

const CLOCKS = ['published', 'happened'] as const;
/** One bar of time passes in so many milliseconds. */
const BEAT_MS = 900;

export function TimeBrush({ store }: { store: Store }) {
  const { filter } = store.state.value;
  const choose = (from: string | null, to: string | null): void =>
    store.change((now) => setFilter(now, { from: from || null, to: to || null }));
  return (
    <fieldset>
      <legend>{words().time.title}</legend>
      <div class="steps">
        {CLOCKS.map((clock) => (
          <label key={clock}>
            <input
              type="radio"
              name="clock"
              checked={filter.clock === clock}
              onChange={() => store.change((now) => setFilter(now, { clock, from: null, to: null }))}
            />
            <span>{words().time[clock]}</span>
          </label>
        ))}
      </div>
      <Bars store={store} />
      <label class="day">
        {words().time.from}
        <input
          type="date"
          value={filter.from ?? ''}
          onChange={(event) => choose(event.currentTarget.value, filter.to)}
        />
      </label>
      <label class="day">
        {words().time.to}
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
  return <p class="quiet">{words().time.undated(undated, from !== null || to !== null)}</p>;
}

/** A press chooses one bar, a drag all bars it passes; the dates below do the same for the keyboard. */
function Bars({ store }: { store: Store }) {
  const { filter } = store.state.value;
  const failures = store.failures.value;
  const bars = useMemo(() => makeTimeline(store.facts, filter, failures), [store, filter.clock, failures]);
  const anchor = useRef<number | null>(null);
  if (bars.length < 2) return <p class="quiet">{bars.length === 0 ? words().time.none : words().time.oneDay}</p>;
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
    <>
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
      <Play store={store} bars={bars} />
    </>
  );
}

/** Lets the chosen stretch of time pass over the bars, one a beat; a single bar where none is chosen. */
function Play({ store, bars }: { store: Store; bars: readonly Bar[] }) {
  const [plays, setPlays] = useState(false);
  const { from, to } = store.state.value.filter;
  useEffect(() => {
    if (!plays) return;
    const timer = setTimeout(() => {
      const next = nextWindow(bars, from, to);
      if (next === null) setPlays(false);
      else store.change((now) => setFilter(now, next), 'time');
    }, BEAT_MS);
    return () => clearTimeout(timer);
  }, [store, bars, plays, from, to]);
  const start = (): void => {
    // From the beginning, where nothing is chosen or the end was reached.
    if (!plays && nextWindow(bars, from, to) === null) {
      store.change((now) => setFilter(now, { from: bars[0]?.from ?? null, to: bars[0]?.to ?? null }), 'time');
    }
    setPlays(!plays);
  };
  return (
    <div class="play">
      <button type="button" class="button" aria-pressed={plays} title={words().time.playLabel} onClick={start}>
        {plays ? words().time.pause : words().time.play}
      </button>
      <output>{from !== null && to !== null && words().time.at(from, to, store.shown.value.claimCount)}</output>
    </div>
  );
}
