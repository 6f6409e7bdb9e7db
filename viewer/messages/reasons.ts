// Reasons are stored with a decision, in English sentences around names: here are their forms in the other languages.
import type { Language } from '../language.ts';

type Form = readonly [english: RegExp, told: string];

const GERMAN: readonly Form[] = [
  [/^Both stand for (.+)\.$/, 'Beide stehen für $1.'],
  [/^Both are called (.+) and no more\.$/, 'Beide heißen $1 und sonst nichts.'],
  [/^Both are called (.+)\.$/, 'Beide haben das Amt: $1.'],
  [/^Both bear the full name (.+)\.$/, 'Beide tragen den vollen Namen $1.'],
  [/^Both bear the name (.+), as many people do\.$/, 'Beide tragen den Namen $1, wie viele Menschen.'],
  [/^Both bear the name (.+)\.$/, 'Beide tragen den Namen $1.'],
  [/^Both bear the acronym (.+)\.$/, 'Beide tragen die Abkürzung $1.'],
  [/^Both name the (.+)\.$/, 'Beide nennen: $1.'],
  [/^Both are named beside (.+)\.$/, 'Beide stehen neben $1.'],
  [/^The texts of both name (.+)\.$/, 'Die Texte beider nennen $1.'],
  [/^Nobody and nothing is named beside both\.$/, 'Niemand und nichts steht neben beiden.'],
  [/^(.+) and (.+) agree in given name and surname\.$/, '$1 und $2 stimmen in Vor- und Nachnamen überein.'],
  [/^(.+) and (.+) agree in surname and initial\.$/, '$1 und $2 stimmen in Nachnamen und Anfangsbuchstaben überein.'],
  [/^(.+) and (.+) differ only in the suffix\.$/, '$1 und $2 unterscheiden sich nur im Zusatz.'],
  [/^(.+) and (.+) are spellings of one name\.$/, '$1 und $2 sind Schreibweisen eines Namens.'],
  [/^(.+) and (.+) are two names\.$/, '$1 und $2 sind zwei Namen.'],
  [/^(.+) and (.+) hold the same words\.$/, '$1 und $2 enthalten dieselben Wörter.'],
  [/^(.+) and (.+) begin alike\.$/, '$1 und $2 beginnen gleich.'],
  [/^(.+) is the surname of (.+)\.$/, '$1 ist der Nachname von $2.'],
  [/^(.+) is the given name of (.+)\.$/, '$1 ist der Vorname von $2.'],
  [/^(.+) are the first letters of (.+)\.$/, '$1 sind die Anfangsbuchstaben von $2.'],
  [/^A text says that (.+) is short for (.+)\.$/, 'Ein Text sagt, dass $1 kurz für $2 steht.'],
  [/^A text that says (.+) may mean the (.+)\.$/, 'Ein Text, der $1 sagt, kann dies meinen: $2.'],
  [/^(.+) may mean the (.+)\.$/, '$1 kann dies meinen: $2.'],
  [/^The text says (.+)\.$/, 'Der Text sagt $1.'],
  [/^The text names (.+) and no other state\.$/, 'Der Text nennt $1 und keinen anderen Staat.'],
  [/^The text names (.+), among others\.$/, 'Der Text nennt $1, neben anderen.'],
  [/^One lies in (.+), one in (.+)\.$/, 'Eines liegt in $1, eines in $2.'],
  [/^One is read as (.+), one as (.+)\.$/, 'Eines wurde gelesen als $1, eines als $2.'],
  [/^One is (.+), one (.+)\.$/, 'Eines ist $1, eines $2.'],
  [
    /^One text means the state, one another place of that name\.$/,
    'Ein Text meint den Staat, einer einen anderen Ort dieses Namens.',
  ],
  [/^Only one text tells which place it means\.$/, 'Nur ein Text sagt, welchen Ort er meint.'],
  [/^No other name in the folder fits\.$/, 'Kein anderer Name im Ordner passt.'],
  [
    /^The same document has the full name, and only one that fits\.$/,
    'Dasselbe Dokument enthält den vollen Namen und nur einen, der passt.',
  ],
  [/^A person decided\.$/, 'Ein Mensch hat entschieden.'],
  [/^(.+) or (.+)\? \((.+)\)$/, '$1 oder $2? ($3)'],
  [
    /^One side affirms and one denies: (.+) and (.+) \((.+)\)\.$/,
    'Eine Seite bejaht, eine bestreitet: $1 und $2 ($3).',
  ],
  [/^One side affirms and one denies: (.+) \((.+)\)\.$/, 'Eine Seite bejaht, eine bestreitet: $1 ($2).'],
  // Why files count for less than they are (src/model/say-sources.ts).
  [/^(.+) repeats the sentence of (.+), paragraph (\d+)$/, '$1 wiederholt den Satz von $2, Absatz $3'],
  [/^(.+) repeats (.+), paragraph (\d+) \((\d+) % of its text\)$/, '$1 wiederholt $2, Absatz $3 ($4 % seines Textes)'],
  [/^(.+) and (.+) are both of (.+)$/, '$1 und $2 sind beide von $3'],
  [/^(.+) names (.+) as its source$/, '$1 nennt $2 als seine Quelle'],
  [/^(.+) and (.+) both name (.+) as their source$/, '$1 und $2 nennen beide $3 als ihre Quelle'],
  [/^(.+) is called (.+) and (.+) of (.+)\.$/, '$1 wird $2 und $3 von $4 genannt.'],
];

const FORMS: Readonly<Partial<Record<Language, readonly Form[]>>> = { de: GERMAN };

/** The reason in that language; as it is stored where it is of no known form. */
export function translateReason(reason: string, language: Language): string {
  const form = FORMS[language]?.find(([english]) => english.test(reason));
  // Names go in by a function: `$` in a name is no place holder.
  return form === undefined
    ? reason
    : reason.replace(form[0], (_, ...parts: string[]) =>
        form[1].replace(/\$(\d)/g, (_, place) => parts[place - 1] ?? ''),
      );
}
