"""Pronouns that readers tied to names: which of them are learned from, and against what."""
import unittest

from corpora import Corpora
from tests.invented import Folder, tree_document
from labels import TYPE_INDEX, TYPES
from pair_batches import candidate_pairs
from pair_documents import windows_of
from read_pronouns import raw_mentions, read_window
from wordpiece import WordPiece

SHE, IT = [30, 33], [42, 44]


def pairs_of(pronouns: list, names: list | None = None) -> set[tuple[str, str, bool]]:
    """(pronoun, what stands before it, whether they are one) of the invented text."""
    folder = Folder({'gum-train': [tree_document()]})
    corpora = Corpora(folder.path)
    raw = next(corpora.raw('gum-train'))
    own = [one for one in raw['mentions'] if one['kind'] == 'name']
    line = {'pronouns': pronouns} | ({} if names is None else {'names': names})
    document = corpora.read(raw)
    window = windows_of(document, WordPiece(folder.vocabulary))[0]
    mentions = raw_mentions(line, {**raw, 'mentions': own})
    seen = [{'start': 0, 'end': 11, 'kind': 'name', 'type': 'Group'}]
    found = list(read_window('a', 'gum', window, mentions, seen, corpora))
    for one in found:
        assert one.mentions[0].type == TYPE_INDEX['Group'], TYPES[one.mentions[0].type]
    return {(' '.join(one.mentions[later].words), ' '.join(one.mentions[earlier].words),
             one.mentions[later].entity == one.mentions[earlier].entity)
            for one in found for later, earlier, _ in candidate_pairs(one)}


class ReadPronouns(unittest.TestCase):
    def test_a_pronoun_is_asked_about_all_before_it(self):
        self.assertEqual(pairs_of([[*SHE, 0], [*IT, 1]]), {
            ('She', 'Mira Okafor', True), ('She', 'Tarn Works', False),
            ('it', 'Mira Okafor', False), ('it', 'Tarn Works', True), ('it', 'She', False)})

    def test_of_two_who_are_nobody_named_it_is_not_known_whether_they_are_one(self):
        self.assertEqual(pairs_of([[*SHE, None], [*IT, None]]), {
            (pronoun, name, False) for pronoun in ('She', 'it') for name in ('Mira Okafor', 'Tarn Works')})

    def test_one_whose_name_comes_later_or_stands_elsewhere_is_left_out(self):
        self.assertEqual(pairs_of([[*SHE, 2], [*IT, 9]]), set())

    def test_names_of_the_line_go_before_those_of_the_corpus(self):
        self.assertEqual(pairs_of([[*SHE, 5]], [[0, 11, 5]]), {('She', 'Mira Okafor', True)})


if __name__ == '__main__':
    unittest.main()
