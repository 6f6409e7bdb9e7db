// The language of the page, for a reader to choose.
import { chooseLanguage, LANGUAGES, type Language, language, words } from '../language.ts';

export function LanguageSwitch() {
  return (
    <label class="language">
      <span class="hidden-visually">{words().language}</span>
      <select value={language.value} onChange={(event) => chooseLanguage(event.currentTarget.value as Language)}>
        {Object.entries(LANGUAGES).map(([tag, { languageName }]) => (
          <option key={tag} value={tag} lang={tag}>
            {languageName}
          </option>
        ))}
      </select>
    </label>
  );
}
