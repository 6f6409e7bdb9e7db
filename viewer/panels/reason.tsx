// A reason that the program stored with a decision or a conflict: in the reader's language where we know the form.
import { language } from '../language.ts';
import { translateReason } from '../messages/reasons.ts';

export function Reason({ text }: { text: string }) {
  const told = translateReason(text, language.value);
  // What stays English says so, to voices that read it out.
  return <span lang={told === text && language.value !== 'en' ? 'en' : undefined}>{told}</span>;
}
