// Finds the mention behind a speaker who is only a pronoun or "the report": the one who spoke last, or the holder of the floor.
import type { Extraction, Mention, Quotation, Speaker } from '../../model/extraction.ts';
import type { MentionId } from '../../model/id.ts';
import { containsSpan } from '../../model/span.ts';

const PERSON = /^(?:he|she)$/i;
const THING =
  /^(?:it|(?:the|that|its) (?:report|paper|newspaper|agency|outlet|magazine|article|piece|statement|study|document|broadcaster))$/i;
const SELF = /^(?:i|we)$/i;
/** A pronoun reaches no further back (UTF-16 units): about three paragraphs. */
const FARTHEST = 1_200;

/**
 * Quotations whose speakers have a mention where the text allows: "I" inside a quotation is its speaker; "he", "it" and
 * "the report" are the last speaker of that kind. The words stay as they are. `quotations` in reading order.
 */
export function resolveSpeakers(extraction: Extraction, quotations: readonly Quotation[]): Quotation[] {
  const byId = new Map<MentionId, Mention>(extraction.mentions.map((mention) => [mention.id, mention]));
  const resolved: Quotation[] = [];
  for (const quotation of quotations) {
    const { speaker } = quotation;
    const mention = speaker && speaker.mention === null ? findMention(resolved, byId, quotation, speaker) : null;
    resolved.push(speaker && mention ? { ...quotation, speaker: { ...speaker, mention } } : quotation);
  }
  return resolved;
}

function findMention(
  before: readonly Quotation[],
  byId: ReadonlyMap<MentionId, Mention>,
  quotation: Quotation,
  { text }: Speaker,
): MentionId | null {
  if (SELF.test(text)) {
    const around = before.findLast((each) => each.direct && containsSpan(each.content, quotation.content));
    return around?.speaker?.mention ?? null;
  }
  const wanted = PERSON.test(text) ? ['Person'] : THING.test(text) ? ['Organization', 'CreativeWork'] : [];
  const found = before.findLast(({ speaker, content }) => {
    const type = speaker?.mention ? byId.get(speaker.mention)?.type : undefined;
    // Speech inside the quotation itself is nearer but somebody else's: "“The ministry said …,” it said".
    const inner = containsSpan(quotation.content, content);
    return type !== undefined && wanted.includes(type) && !inner && quotation.content.start - content.start < FARTHEST;
  });
  return found?.speaker?.mention ?? null;
}
