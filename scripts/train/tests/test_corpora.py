"""Loading: targets, masks, deny lists."""
import hashlib
import re
import unittest

from batches import collate, load_documents
from corpora import Corpora
from labels import DEPREL_INDEX, RELATION_INDEX, RELATIONS, TYPE_INDEX
from pair_batches import candidate_pairs, collate_relations
from stage_two import load_pairs
from tests.invented import TEXT, Folder, relation_document, tree_document
from wordpiece import WordPiece


class Loading(unittest.TestCase):
    def test_tree_targets_are_local_to_the_sentence(self):
        folder = Folder({'gum-train': [tree_document()]})
        [document] = Corpora(folder.path).load('gum-train')
        self.assertEqual([sentence.heads for sentence in document.sentences], [[3, 1, 0, 5, 3, 3], [2, 0, 2, 5, 2, 2]])
        self.assertEqual(document.sentences[1].mentions[2][:3], (4, 4, 'name'))

    def test_a_denied_sentence_refuses_the_document(self):
        line = tree_document()
        line['text'] = TEXT.replace('Veldholm', 'the northern harbour town of Veldholm')
        line['sentences'] = [[0, 29], [30, len(line['text'])]]
        norm = re.sub('[^a-z0-9]+', '', line['text'][30:].lower())
        folder = Folder({'gum-train': [line]}, hashlib.sha256(norm.encode()).hexdigest()[:16])
        corpora = Corpora(folder.path)
        self.assertEqual(corpora.load('gum-train'), [])
        self.assertEqual(corpora.refused, {'gum-train': 1})

    def test_unmarked_demonyms_are_ignored_where_only_names_are_marked(self):
        text = 'Veldish Mira saw Veldish'
        line = {'id': 'x', 'source': 'wikigold', 'text': text, 'sentences': [[0, len(text)]], 'annotated': ['ner'],
                'mentions': [{'start': 0, 'end': 7, 'type': 'MISC', 'kind': 'name'}]}
        folder = Folder({'wikigold-train': [line]})
        [document] = Corpora(folder.path).load('wikigold-train')
        [sentence] = document.sentences
        self.assertEqual(sentence.ignored, [(3, 3)])
        self.assertEqual([index for index in range(12) if sentence.mentions[0][3] >> index & 1], [TYPE_INDEX['Group']])

    def test_batches_point_at_first_pieces(self):
        folder = Folder({'gum-train': [tree_document()]})
        documents = load_documents(Corpora(folder.path).load('gum-train'), WordPiece(folder.vocabulary))
        batch = collate(documents)
        self.assertEqual(batch['words'].tolist(), [[1, 2, 5, 6, 7, 8], [9, 10, 11, 12, 13, 15]])
        self.assertEqual(batch['labels'][0].tolist(), [DEPREL_INDEX[name] for name in (
            'nsubj', 'flat', 'root', 'compound', 'obj', 'punct')])
        self.assertEqual(batch['cells'].tolist(), [[0, 0, 1], [0, 3, 4], [1, 0, 0], [1, 2, 2], [1, 4, 4]])

    def test_relations_follow_mapping_and_masks(self):
        folder = Folder({'knowledgenet-train': [relation_document()]})
        [document] = load_pairs('knowledgenet-train', Corpora(folder.path), WordPiece(folder.vocabulary), None)
        batch = collate_relations([document])
        true = {(pair[0], pair[1], RELATIONS[index]) for pair, row in zip(batch['pairs'].tolist(), batch['holds'])
                for index in row.nonzero().flatten().tolist()}
        self.assertEqual(true, {(0, 1, 'LEADS'), (1, 0, 'FOUNDED_BY')})
        known = {RELATION_INDEX['LEADS'], RELATION_INDEX['FOUNDED_BY']}
        self.assertTrue(all(set(row.nonzero().flatten().tolist()) == known for row in batch['known']))
        self.assertEqual(batch['mentions'][0].tolist(), [0, 1, 4])
        self.assertEqual(len(candidate_pairs(document)), 10)


if __name__ == '__main__':
    unittest.main()
