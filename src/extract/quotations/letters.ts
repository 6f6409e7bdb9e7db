// Letters and mails: whom one greets at its head is "you" in it, and never "he".
import type { Extraction, Mention } from '../../model/extraction.ts';
import { containsSpan, type Span } from '../../model/span.ts';
import type { Turn } from './turns.ts';

export interface Letter {
  readonly addressee: Mention;
  readonly content: Span;
}

const GREETING = /^(?:(?:dear|hi|hello|hey|good morning)\s+)?[^\n,:]{2,40}[,:]$/i;
/** A greeting stands this near to the head of its letter (units). */
const NEAR = 120;

/** The text up to the mail that it answers, and each of those, where a line of its own greets somebody by name. */
export function findLetters(extraction: Extraction, turns: readonly Turn[]): Letter[] {
  const { text } = extraction.document;
  const answered = turns.filter(({ label }) => /\bwrote$/.test(text.slice(label.start, label.end)));
  const stretches: Span[] = [
    { start: 0, end: answered[0]?.label.start ?? text.length },
    ...answered.map(({ content }) => content),
  ];
  return stretches.flatMap((content) => {
    const addressee = greeted(extraction, content);
    return addressee ? [{ addressee, content }] : [];
  });
}

function greeted({ document, mentions }: Extraction, content: Span): Mention | null {
  const { text } = document;
  const head = { start: content.start, end: Math.min(content.end, content.start + NEAR) };
  const name = mentions.find((mention) => {
    if (mention.kind !== 'name' || mention.type !== 'Person' || !containsSpan(head, mention)) return false;
    const [from, to] = [text.lastIndexOf('\n', mention.start - 1) + 1, text.indexOf('\n', mention.end)];
    const line = text.slice(from, to < 0 ? text.length : to).trim();
    return GREETING.test(line) && text.slice(mention.end, to < 0 ? text.length : to).trim().length === 1;
  });
  return name ?? null;
}
