"""Features of a pair of mentions for coreference; the Node program computes exactly these."""
from labels import KINDS

FEATURES = {'sentences': 7, 'match': 6, 'kinds': len(KINDS) ** 2, 'nesting': 3, 'between': 7, 'sameType': 2}
"""Name and number of values, in the order of the columns."""

DETERMINERS = frozenset('the a an this that these those my your his her its our their'.split())
POSSESSIVES = frozenset(("'s", '’s', "'", '’'))


def step(value: int, bounds: tuple[int, ...]) -> int:
    """Number of bounds that the value reaches."""
    return sum(value >= bound for bound in bounds)


def content(words: list[str]) -> list[str]:
    """Lower-cased words without a determiner in front and a possessive mark behind."""
    lower = [word.lower() for word in words]
    if len(lower) > 1 and lower[0] in DETERMINERS:
        lower = lower[1:]
    if len(lower) > 1 and lower[-1] in POSSESSIVES:
        lower = lower[:-1]
    return lower


def contains(longer: list[str], shorter: list[str]) -> bool:
    """The shorter list is a run of words in the longer one."""
    return any(longer[start:start + len(shorter)] == shorter for start in range(len(longer) - len(shorter) + 1))


def initials(words: list[str]) -> str:
    return ''.join(word[0] for word in words if word[:1].isupper())


def match(left: list[str], right: list[str]) -> int:
    """5 the same words, 4 the same but for case, determiner and possessive, 3 one is a run of words in the other,
    2 the same last word, 1 one is made of the capital initials of the other (two letters at least), 0 nothing."""
    if left == right:
        return 5
    one, other = content(left), content(right)
    if one == other:
        return 4
    shorter, longer = sorted((one, other), key=len)
    if contains(longer, shorter):
        return 3
    if one[-1] == other[-1]:
        return 2
    for name, short in ((left, right), (right, left)):
        letters = ''.join(short).replace('.', '')
        if len(letters) >= 2 and letters.isupper() and initials(name) == letters and len(name) > 1:
            return 1
    return 0


def pair_features(later, earlier, between: int) -> list[int]:
    """One row in the order of FEATURES; later, earlier: pair_documents.PairMention. `between` = mentions that start between the two."""
    inside = earlier.start <= later.start and later.end <= earlier.end
    around = later.start <= earlier.start and earlier.end <= later.end
    return [step(later.sentence - earlier.sentence, (1, 2, 3, 4, 6, 9)), match(earlier.words, later.words),
            later.kind * len(KINDS) + earlier.kind, 1 if inside else 2 if around else 0,
            step(between, (1, 2, 4, 8, 16, 32)), int(later.type == earlier.type)]
