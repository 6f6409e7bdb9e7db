// Lines that a page prints around its text: counters, share buttons, cookie and newsletter notices. Noted, never deleted.

/** Longer lines are prose; also keeps every pattern below linear. */
const MAX_LENGTH = 240;

/** Each covers a whole line. */
const PATTERNS: readonly RegExp[] = [
  /^\(?\s*(?:visited|viewed|views?|reads?)\s*:?\s*[\d.,]+(?:\s+times?)?(?:\s*,\s*[\d.,]+\s+visits?\s+today)?\s*\)?\.?$/i,
  /^[\d.,]+\s+(?:views?|shares?|comments?|likes?|reads?)$/i,
  /^(?:share|tweet|e-?mail|print|save|copy link|like|pin|whatsapp|facebook|twitter|linkedin|telegram)(?:[\s|/,·•]+(?:share|tweet|e-?mail|print|save|copy link|like|pin|whatsapp|facebook|twitter|linkedin|telegram|x))*$/i,
  /^(?:share|e-?mail|tweet)\s+(?:this|on|via|to|with)\b.{0,80}$/i,
  /^(?:we|this (?:web)?site|our (?:web)?site|by (?:using|continuing))\b.*\bcookies?\b.*$/i,
  /^(?:we (?:value|respect|care about) your privacy|your privacy (?:matters|is (?:very )?important))\b.*$/i,
  /^(?:accept|reject|manage|allow)\s+(?:all\s+)?(?:cookies|preferences|settings|choices)\b.{0,40}$/i,
  /^(?:(?:accept|reject|decline|allow)\s+all(?:\s+and close)?|(?:cookie|privacy) (?:settings|preferences|choices|notice))[.!]?$/i,
  /^(?:sign up|subscribe|join)\b.*\b(?:newsletters?|inbox|alerts?|mailing list|e-?mails?|briefing|channel)\b.*$/i,
  /^(?:get|receive)\b.*\b(?:newsletters?|inbox|e-?mail alerts?)\b.*$/i,
  /^(?:advertisement|advertising|sponsored(?: content)?|story continues below.{0,40}|scroll to continue.{0,40})$/i,
  /^(?:read (?:more|next|also)|related(?: (?:articles?|stories|content|topics))?|more on this(?: story)?|most (?:read|popular)|you may also like|recommended|trending(?: now)?)\b\s*(?::.*)?$/i,
  /^(?:follow|like|find) us\s+(?:on|at)\b.{0,80}$/i,
  /^(?:click|tap) here\b.{0,120}$/i,
  /^(?:skip to (?:main )?content|back to (?:top|home)|jump to .{0,30}|menu|log ?in|sign in|home)$/i,
  /^\d+\s*-?\s*min(?:ute)?s?\s+read$/i,
  /^(?:copyright|©|\(c\))\s.{0,160}$/i,
  /^.{0,80}\ball rights reserved\b.{0,80}$/i,
  /^(?:terms of (?:use|service)|privacy policy|contact us|about us)(?:[\s|/·•]+(?:terms of (?:use|service)|privacy policy|contact us|about us|cookies?))*$/i,
  /^(?:leave a (?:comment|reply)|(?:\d+|no) comments?|post navigation|filed under\b.{0,80}|tags?:.{0,200}|tagged(?: with)?:?.{0,100})$/i,
];

/** True where the whole line is page furniture rather than text. Linear in its length. */
export function isBoilerplate(line: string): boolean {
  if (line.length > MAX_LENGTH * 4) return false;
  const text = line.trim();
  return text !== '' && text.length <= MAX_LENGTH && PATTERNS.some((pattern) => pattern.test(text));
}
