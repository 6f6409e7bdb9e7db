"""WordPiece of uncased BERT (Devlin et al. 2019) on single words, and case shapes; the Node program does exactly this.

Steps per word: drop control characters, lower-case, NFD, drop combining marks, split at punctuation and CJK
characters, then longest match from the left. A word without any piece gives one [UNK], so that every word has a
first piece; a word gives at most MAX_PIECES_PER_WORD pieces, the rest is cut off.
"""
import unicodedata
from pathlib import Path

from labels import MAX_PIECES_PER_WORD, SHAPES

PAD, UNK, CLS, SEP = 0, 100, 101, 102  # ids of the special pieces in the vocabulary of all-MiniLM-L6-v2
LONGEST_PART = 100  # characters; the reference tokenizer gives up on longer ones
SPECIAL_SHAPE = SHAPES.index('special')
CONTINUATION = len(SHAPES)  # added to the shape of every piece but the first of a word
CJK = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
       (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F))


def is_control(character: str) -> bool:
    if character in '\t\n\r':
        return False
    return character in '\0\ufffd' or unicodedata.category(character) in ('Cc', 'Cf', 'Co', 'Cs', 'Cn')


def stands_alone(character: str) -> bool:
    """Punctuation as BERT means it (all ASCII symbols count), or a CJK ideograph."""
    code = ord(character)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(character).startswith('P') or any(low <= code <= high for low, high in CJK)


def normalise(word: str) -> str:
    kept = ''.join(' ' if character.isspace() else character for character in word if not is_control(character))
    return ''.join(c for c in unicodedata.normalize('NFD', kept.lower()) if unicodedata.category(c) != 'Mn')


def split_parts(text: str) -> list[str]:
    parts, current = [], ''
    for character in text:
        alone = stands_alone(character)
        if alone or character == ' ':
            if current:
                parts.append(current)
            current = ''
            if alone:
                parts.append(character)
        else:
            current += character
    return [*parts, current] if current else parts


def case_shape(word: str) -> int:
    """Index into SHAPES by the cased letters of the word: a letter is upper if lower-casing changes it."""
    upper = [character != character.lower() for character in word
             if character != character.lower() or character != character.upper()]
    if not upper:
        digits = any('0' <= character <= '9' for character in word)
        return SHAPES.index('digits' if digits else 'other')
    if not any(upper):
        return SHAPES.index('lower')
    if len(upper) == 1:
        return SHAPES.index('capital')
    if all(upper):
        return SHAPES.index('upper')
    return SHAPES.index('title' if upper[0] and not any(upper[1:]) else 'mixed')


class WordPiece:
    """Vocabulary of one piece a line; encoded words are cached."""

    def __init__(self, vocabulary: Path):
        pieces = Path(vocabulary).read_text('utf-8').split('\n')
        self.ids = {piece: index for index, piece in enumerate(pieces) if piece}
        self.cache: dict[str, tuple[int, ...]] = {}

    def encode(self, word: str) -> tuple[int, ...]:
        """Piece ids of one word, one at least."""
        found = self.cache.get(word)
        if found is None:
            ids = [piece for part in split_parts(normalise(word)) for piece in self._match(part)]
            found = self.cache[word] = tuple(ids[:MAX_PIECES_PER_WORD]) or (UNK,)
        return found

    def _match(self, part: str) -> list[int]:
        if len(part) > LONGEST_PART:
            return [UNK]
        ids, start = [], 0
        while start < len(part):
            prefix = '##' if start else ''
            end = next((end for end in range(len(part), start, -1) if prefix + part[start:end] in self.ids), None)
            if end is None:
                return [UNK]
            ids.append(self.ids[prefix + part[start:end]])
            start = end
        return ids
