// How far around the name in focus the picture is lit, and whether the rest is hidden.
import { MOST_LINES } from '../around.ts';
import { words } from '../language.ts';
import { MOST_STEPS, setSteps } from '../state.ts';
import type { Store } from '../store.ts';

export function AroundControl({ store }: { store: Store }) {
  const { steps, nearOnly } = store.state.value;
  const all = store.around.value.pairs.length;
  return (
    <fieldset class="around">
      <legend>{words().entity.around}</legend>
      <div class="steps">
        {Array.from({ length: MOST_STEPS }, (_, index) => (
          <label key={index}>
            <input
              type="radio"
              name="around"
              aria-label={words().counted.steps(index + 1)}
              checked={steps === index + 1}
              onChange={() => store.change((state) => setSteps(state, index + 1))}
            />
            <span>{index + 1}</span>
          </label>
        ))}
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={nearOnly}
          onChange={() => store.change((state) => setSteps(state, steps, !nearOnly))}
        />
        <span class="label">{words().entity.aroundOnly}</span>
      </label>
      {steps > 1 && all > MOST_LINES && <p class="quiet">{words().entity.aroundFew(MOST_LINES, all)}</p>}
    </fieldset>
  );
}
