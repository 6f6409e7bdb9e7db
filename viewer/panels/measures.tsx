// The filters on how many sources and how much confidence, each step with the statements it would leave.
import { CONFIDENCE_STEPS, confidenceStep, MOST_SOURCES } from '../facets.ts';
import { words } from '../language.ts';
import { setFilter } from '../state.ts';
import type { Store } from '../store.ts';

export function Sources({ store }: { store: Store }) {
  const { minSources } = store.state.value.filter;
  const { sources } = store.counts.value;
  return (
    <fieldset>
      <legend>{words().filter.sources}</legend>
      <div class="steps">
        {sources.map((number, step) => (
          <label key={step} title={words().counted.statements(number)}>
            <input
              type="radio"
              name="sources"
              aria-label={words().filter.sourcesChoice(step + 1, number)}
              checked={Math.min(minSources, MOST_SOURCES) === step + 1}
              onChange={() => store.change((now) => setFilter(now, { minSources: step + 1 }))}
            />
            <span>
              {step === 0 ? words().filter.any : `${step + 1}+`}
              <small>{words().number(number)}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A slider below bars that tell how many statements each step of confidence holds. */
export function Confidence({ store }: { store: Store }) {
  const { minConfidence } = store.state.value.filter;
  const { confidence } = store.counts.value;
  const least = confidenceStep(minConfidence);
  const most = Math.max(...confidence, 1);
  const left = confidence.slice(least).reduce((a, b) => a + b, 0);
  const told = minConfidence === 0 ? words().filter.any : `≥ ${words().percent(minConfidence)}`;
  return (
    <fieldset>
      <legend id="confidence-legend">{words().filter.confidence}</legend>
      <svg class="bars still" viewBox={`0 0 ${CONFIDENCE_STEPS} 1`} preserveAspectRatio="none" aria-hidden="true">
        {confidence.map((number, step) => (
          <rect
            key={step}
            class={step >= least ? 'in' : ''}
            x={step + 0.08}
            width={0.84}
            y={1 - Math.sqrt(number / most)}
            height={Math.sqrt(number / most)}
          />
        ))}
      </svg>
      <div class="slider">
        <input
          type="range"
          min="0"
          max="95"
          step="5"
          aria-labelledby="confidence-legend"
          aria-valuetext={words().filter.sure(told, left)}
          value={Math.round(minConfidence * 100)}
          onInput={(event) => {
            const next = Number(event.currentTarget.value) / 100;
            store.change((now) => setFilter(now, { minConfidence: next }), 'confidence');
          }}
        />
        <output>{told}</output>
      </div>
    </fieldset>
  );
}
