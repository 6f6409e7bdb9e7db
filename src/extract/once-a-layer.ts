// What many rules ask of a word or a sentence, read once for each layer that it is read from.
import type { Extraction } from '../model/extraction.ts';

/** A layer that the answer depends on; a new one makes answers anew. */
type LayerOf = (extraction: Extraction) => object;

export const byTokens: LayerOf = ({ tokens }) => tokens;
export const byMentions: LayerOf = ({ mentions }) => mentions;

/** `read` of a part of the text (a sentence, the place of a token), which gives anything but undefined; kept as long as the layer is. */
export function onceALayer<Part, Value extends NonNullable<unknown> | null>(
  layerOf: LayerOf,
  read: (extraction: Extraction, part: Part) => Value,
): (extraction: Extraction, part: Part) => Value {
  const layers = new WeakMap<object, Map<Part, Value>>();
  return (extraction, part) => {
    const layer = layerOf(extraction);
    let known = layers.get(layer);
    if (known === undefined) {
      known = new Map();
      layers.set(layer, known);
    }
    let value = known.get(part);
    if (value === undefined) {
      value = read(extraction, part);
      known.set(part, value);
    }
    return value;
  };
}
