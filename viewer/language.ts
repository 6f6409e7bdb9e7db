// The language of the page: that of the browser where we speak it, else English; a reader's own choice is remembered.
import { signal } from '@preact/signals';
import { DE } from './messages/de.ts';
import { EN, type Messages } from './messages/en.ts';

export const LANGUAGES = { en: EN, de: DE } as const satisfies Readonly<Record<string, Messages>>;

export type Language = keyof typeof LANGUAGES;

/** Where the choice is kept between visits. */
const KEPT = 'stemma-language';

export const language = signal<Language>('en');

/** The messages of the present language; what reads them is drawn anew when it changes. */
export function words(): Messages {
  return LANGUAGES[language.value];
}

/** The first of the wanted languages that the page speaks: `de-AT` is `de`. */
export function pickLanguage(wanted: readonly (string | null)[]): Language {
  const known = wanted.map((tag) => tag?.toLowerCase().split('-')[0]).find((tag) => tag !== undefined && isKnown(tag));
  return (known as Language | undefined) ?? 'en';
}

function isKnown(tag: string): boolean {
  return Object.hasOwn(LANGUAGES, tag);
}

/** Called once, before anything is drawn. */
export function startLanguage(): void {
  setLanguage(pickLanguage([readKept(), ...navigator.languages]));
}

/** A reader chose: the page follows, now and at the next visit. */
export function chooseLanguage(next: Language): void {
  setLanguage(next);
  try {
    localStorage.setItem(KEPT, next);
  } catch {
    // Private windows and strict settings forbid it: the choice lasts as long as the page.
  }
}

function setLanguage(next: Language): void {
  language.value = next;
  document.documentElement.lang = next;
}

function readKept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** A word from a list of the messages; the fallback where the list has none, also for keys such as `constructor`. */
export function wordFor(list: Readonly<Record<string, string>>, key: string, fallback = key): string {
  return Object.hasOwn(list, key) ? (list[key] ?? fallback) : fallback;
}
