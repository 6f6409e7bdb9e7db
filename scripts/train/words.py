"""Words of plain text by the conventions of UD English (EWT, GUM), one regular expression.

Only for corpora without a treebank. Hyphens and slashes stand alone, `U.S.`, `1,000`, `9:30`, `3.5`, `O'Brien`,
`Mr.`, addresses of the web and of mail stay whole, `do|n't`, `it|'s`, `can|not` come apart.
"""
import re

ABBREVIATIONS = ('Dr Mr Mrs Ms Prof St Ft Inc Co Corp Ltd Jr Sr vs etc No Gen Col Lt Sgt Maj Capt Cmdr Adm Gov Sen Rep Rev Hon '
                 'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Bros Ave Blvd Mt al Ph.D e.g i.e a.m p.m cf')
PREFIXES = ('anti bi co counter cross de e ex extra hyper inter intra macro mega micro mid mini mis multi neo non over pan para '
            'post pre pro proto pseudo psycho quasi re semi socio sub super supra trans tri ultra un uni')
LETTER = r"[^\W\d_]"
PATTERN = re.compile(rf"""
    https?://[^\s<>"]*[^\s<>".,;:!?)\]'] | www\.[^\s<>"]*[^\s<>".,;:!?)\]']     # web
  | [\w.+-]+@[\w-]+\.[\w.-]*\w | [@\#]\w+                                       # mail, handles, hashtags
  | (?:{LETTER}\.){{2,}}                                                        # U.S.
  | (?:{'|'.join(sorted(map(re.escape, ABBREVIATIONS.split()), key=len, reverse=True))})\.(?=\s|,|$|\))
  | (?<![^\W_])[A-Z]\.(?=\s+[A-Z])                                              # initials
  | (?:{'|'.join(PREFIXES.split())})-(?={LETTER}){LETTER}\w*                    # co-founder
  | \d+(?:[.,:/]\d+)+{LETTER}* | \d[\w]*                                        # 1,000 9:30 11/28 20th
  | (?:can)(?=not\b) | {LETTER}+?(?=n['’]t\b) | n['’]t\b                        # can|not do|n't
  | ['’](?:s|m|d|re|ve|ll)\b                                                    # it|'s
  | {LETTER}\w*(?:['’](?!(?:s|m|d|re|ve|ll)\b){LETTER}\w*)*                      # O'Brien
  | \.{{2,}} | -{{2,}} | !{{2,}} | \?{{2,}} | [=_*~\#]{{2,}} | `` | ''                 # runs
  | \S
""", re.VERBOSE | re.IGNORECASE)


def split_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open character spans of the words of text[start:end], in order."""
    return [match.span() for match in PATTERN.finditer(text, start, end)]
