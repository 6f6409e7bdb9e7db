// Who is meant in talk and letters: "I" of a speaker without a name, "you", "she" and "the minister".
import type { Extraction, Mention } from '../../model/extraction.ts';
import type { MentionId } from '../../model/id.ts';
import { containsSpan, sliceSpan } from '../../model/span.ts';
import { areOne } from '../chain-index.ts';
import { findLetters } from './letters.ts';
import { type ByStart, HE_OR_SHE, ONE, OTHER, type Settled, settled, wordsIn } from './person-words.ts';
import { type Turn, turnAt } from './turns.ts';

const DEFINITE = /^(?:the|that|this)\b/i;

/** All of them, by the start of the words. */
export function personsInTalk(
  extraction: Extraction,
  turns: readonly Turn[],
  pronouns: ByStart<Mention>,
): ByStart<Settled> {
  return new Map([
    ...unspoken(extraction, turns, pronouns),
    ...addressees(extraction, turns, pronouns),
    ...thirdPersons(extraction, turns),
    ...greeted(extraction, turns, pronouns),
  ]);
}

/** "I" of somebody in a talk who has no name is nobody named. */
function unspoken(extraction: Extraction, turns: readonly Turn[], pronouns: ByStart<Mention>): ByStart<Settled> {
  return new Map(
    turns
      .filter(({ speaker }) => speaker.mention === null)
      .flatMap(({ content }) => wordsIn(extraction, content))
      .flatMap(({ text, start }): [number, Settled][] => {
        const known = ONE.test(text) ? pronouns.get(start) : undefined;
        return known ? [[start, { mention: known, speaker: null }]] : [];
      }),
  );
}

/** In talk nobody calls himself "she" or "the minister"; "the minister" is whom a label calls so ("The Minister for Ports (Ada Quill):"). */
function thirdPersons(extraction: Extraction, turns: readonly Turn[]): ByStart<Settled> {
  const { text } = extraction.document;
  const holders = holdersByNoun(extraction, turns);
  const found = new Map<number, Settled>();
  for (const mention of extraction.mentions) {
    const words = sliceSpan(text, mention);
    if (!(mention.kind === 'pronoun' ? HE_OR_SHE : DEFINITE).test(words) || mention.kind === 'name') continue;
    const holder = holders.get(words.split(/\s+/).slice(0, 2).join(' ').toLowerCase());
    const turn = turnAt(turns, mention.start);
    if (!turn || turn.isStatement || mention.start >= turn.content.end) continue;
    const { speaker, label } = turn;
    const isOwn = containsSpan(label, mention) || holder !== speaker.mention;
    if (holder && isOwn) found.set(mention.start, { mention, speaker: holder });
    else if (speaker.mention && !containsSpan(label, mention) && areOne(extraction, speaker.mention, mention.id))
      found.set(mention.start, { mention, speaker: null });
  }
  return found;
}

/** "the minister" → whom the labels call so; nobody where they call two people so. */
function holdersByNoun({ document }: Extraction, turns: readonly Turn[]): ReadonlyMap<string, MentionId> {
  const holders = new Map<string, MentionId | null>();
  for (const { label, speaker } of turns) {
    const noun = /^the \p{L}+(?=[^()]*\()/iu.exec(sliceSpan(document.text, label))?.[0].toLowerCase();
    if (!noun || !speaker.mention) continue;
    holders.set(noun, (holders.get(noun) ?? speaker.mention) === speaker.mention ? speaker.mention : null);
  }
  return new Map([...holders].flatMap(([noun, holder]) => (holder === null ? [] : [[noun, holder]])));
}

function addressees(extraction: Extraction, turns: readonly Turn[], pronouns: ByStart<Mention>): ByStart<Settled> {
  return new Map(
    turns.flatMap(({ addressee, content }) =>
      addressee === null
        ? []
        : wordsIn(extraction, content)
            .filter(({ text }) => OTHER.test(text))
            .map((word) => [word.start, settled(extraction, pronouns.get(word.start), word, addressee)] as const),
    ),
  );
}

/** "you" of a letter is whom it greets, and "he" somebody else. */
function greeted(extraction: Extraction, turns: readonly Turn[], pronouns: ByStart<Mention>): ByStart<Settled> {
  const found = new Map<number, Settled>();
  for (const { addressee, content } of findLetters(extraction, turns)) {
    for (const word of wordsIn(extraction, content))
      if (OTHER.test(word.text)) found.set(word.start, settled(extraction, pronouns.get(word.start), word, addressee));
    for (const mention of pronouns.values()) {
      const isThird = HE_OR_SHE.test(sliceSpan(extraction.document.text, mention)) && containsSpan(content, mention);
      if (isThird && areOne(extraction, addressee.id, mention.id)) found.set(mention.start, { mention, speaker: null });
    }
  }
  return found;
}
