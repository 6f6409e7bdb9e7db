"""Losses, exact resumption, and equality of the exported graphs. Uses the full width of the encoder, a few steps."""
import tempfile
import unittest
from pathlib import Path

import numpy as np
import onnxruntime
import torch

import export
import import_onnx
from coreference_scores import CoreferenceScores
from corpora import Corpora
from encoder import Encoder
from labels import KINDS, RELATIONS, TYPES
from losses import any_of, span_loss
from model import TextModel
from pair_features import FEATURES
from pair_graphs import CoreferenceGraph, RelationGraph
from pair_losses import ranking_loss, relation_loss
from tests.invented import Folder, relation_document, tree_document
from text_graph import TextGraph
from train import Trainer, choose_stream, parse_options
from wordpiece import WordPiece


def invented_trainer(folder: Folder, out: str, stage: int = 1, resume: str | None = None) -> Trainer:
    """Training on the invented documents, from random weights."""
    base = Path(out)
    if not (base / 'model.safetensors').exists():
        write_base(base)
    arguments = ['--corpora', str(folder.path), '--base', out, '--out', out, '--silver-until', '0', '--stage', str(stage)]
    options = parse_options(arguments + (['--resume', resume] if resume else []))
    options.groups = {'trees': {'gum-train': 3}, 'names': {'gum-train': 2}}
    return Trainer(options, Corpora(folder.path), WordPiece(folder.vocabulary))


def write_base(base: Path) -> None:
    """Random weights under the names of the published ones."""
    from safetensors.torch import save_file
    torch.manual_seed(0)
    own = Encoder().state_dict()
    weights = {'embeddings.word_embeddings.weight': own['pieces.weight'] * 0.02,
               'embeddings.token_type_embeddings.weight': torch.zeros(2, 384),
               'embeddings.position_embeddings.weight': own['positions.weight'] * 0.02,
               'embeddings.LayerNorm.weight': own['norm.weight'], 'embeddings.LayerNorm.bias': own['norm.bias']}
    for index in range(6):
        prefix = f'encoder.layer.{index}.'
        for part in ('weight', 'bias'):
            for place, name in enumerate(('query', 'key', 'value')):
                weights[f'{prefix}attention.self.{name}.{part}'] = own[f'layers.{index}.mixed.{part}'].chunk(3)[place].clone()
            for name, other in {'attended': 'attention.output.dense', 'attended_norm': 'attention.output.LayerNorm',
                                'inner': 'intermediate.dense', 'outer': 'output.dense', 'outer_norm': 'output.LayerNorm'}.items():
                weights[f'{prefix}{other}.{part}'] = own[f'layers.{index}.{name}.{part}'].clone()
    save_file(weights, base / 'model.safetensors')


class Losses(unittest.TestCase):
    def test_vague_labels_share_their_probability(self):
        logits = torch.tensor([[2.0, 1.0, 0.0]])
        both = -(logits.softmax(-1)[0, :2].sum()).log()
        self.assertAlmostEqual(float(any_of(logits, torch.tensor([[1.0, 1.0, 0.0]]))), float(both), places=5)

    def test_files_of_names_do_not_punish_nominals(self):
        logits = torch.zeros(1, len(KINDS) + len(TYPES), 1, 1)
        logits[0, KINDS.index('nominal')] = 20.0
        empty = {'cells': torch.zeros(0, 3, dtype=torch.long), 'ignored': torch.zeros(0, 3, dtype=torch.long),
                 'cell_kinds': torch.zeros(0, len(KINDS)), 'cell_types': torch.zeros(0, len(TYPES)),
                 'span_present': torch.ones(1, 1)}
        self.assertLess(float(span_loss(logits, {**empty, 'span_names': torch.ones(1)})), 0.01)
        self.assertGreater(float(span_loss(logits, {**empty, 'span_names': torch.zeros(1)})), 10)

    def test_unknown_relations_cost_nothing(self):
        logits = torch.zeros(1, len(RELATIONS) + 1)
        logits[0, 0] = 50.0
        holds, known = torch.zeros(1, len(RELATIONS)), torch.zeros(1, len(RELATIONS))
        self.assertAlmostEqual(float(relation_loss(logits, holds, known)), 0, places=4)
        known[0, 0] = 1
        self.assertGreater(float(relation_loss(logits, holds, known)), 40)

    def test_ranking_wants_any_right_antecedent(self):
        later, same, fresh = torch.tensor([2, 2]), torch.tensor([1.0, 0.0]), torch.zeros(3)
        good = ranking_loss(torch.tensor([9.0, 0.0]), fresh, later, same)
        bad = ranking_loss(torch.tensor([0.0, 9.0]), fresh, later, same)
        self.assertLess(float(good), 0.01)
        self.assertGreater(float(bad), 5)

    def test_conll_scores(self):
        scores = CoreferenceScores()
        scores.add([frozenset({1, 2, 3})], [frozenset({1, 2}), frozenset({3, 4})])
        self.assertEqual(scores.scores(), {'muc': 50.0, 'b3': 58.82, 'ceaf': 53.33, 'conll': 54.05})


class Training(unittest.TestCase):
    def setUp(self):
        torch.set_num_threads(1)
        self.folder = Folder({'gum-train': [tree_document()], 'knowledgenet-train': [relation_document()]})
        self.out = tempfile.TemporaryDirectory()

    def test_streams_come_in_the_shares_of_the_mix(self):
        drawn = [choose_stream(1, step, {'trees': 0.55, 'names': 0.45}, True) for step in range(2000)]
        for name, share in {'trees': 0.55, 'names': 0.35, 'silver': 0.10}.items():
            self.assertAlmostEqual(drawn.count(name) / 2000, share, delta=0.04)

    def test_resuming_gives_the_very_same_weights(self):
        through = invented_trainer(self.folder, self.out.name)
        for _ in range(2):
            through.train_step(1.0)
        through.save('half.pt')
        for _ in range(2):
            through.train_step(1.0)
        resumed = invented_trainer(self.folder, self.out.name, resume=f'{self.out.name}/half.pt')
        for _ in range(2):
            resumed.train_step(1.0)
        for (name, one), other in zip(through.model.state_dict().items(), resumed.model.state_dict().values()):
            self.assertTrue(torch.equal(one, other), name)
        self.assertEqual((through.step, through.tokens), (resumed.step, resumed.tokens))

    def test_held_layers_stay_as_they_are(self):
        trainer = invented_trainer(self.folder, self.out.name)
        trainer.options.held = 3
        before = {name: value.clone() for name, value in trainer.model.encoder.state_dict().items()}
        trainer.train_step(1.0)
        moved = {name for name, value in trainer.model.encoder.state_dict().items() if not value.equal(before[name])}
        self.assertTrue(moved)
        self.assertEqual({name for name in moved if not name.startswith(('layers.3.', 'layers.4.', 'layers.5.'))}, set())

    def test_training_lowers_the_losses(self):
        trainer = invented_trainer(self.folder, self.out.name)
        first = trainer.train_step(1.0)
        for _ in range(12):
            last = trainer.train_step(1.0)
        self.assertLess(sum(last.values()), 0.7 * sum(first.values()))


class Export(unittest.TestCase):
    def test_onnx_equals_torch(self):
        torch.manual_seed(0)
        model = TextModel().eval()
        with torch.no_grad():
            model.spans.last_only.bias[0] = 0.0  # so that some spans are listed
        with tempfile.TemporaryDirectory() as folder:
            for name, (graph, inputs, outputs, values) in export.graphs(model, 2).items():
                path = Path(folder) / f'{name}.onnx'
                export.export_float(graph, inputs, outputs, values, path)
                session = onnxruntime.InferenceSession(str(path))
                got = session.run(None, {key: value.numpy() for key, value in zip(inputs, values)})
                want = graph(*values)
                for key, left, right in zip(outputs, want if isinstance(want, tuple) else (want,), got):
                    self.assertEqual(tuple(left.shape), right.shape, key)
                    self.assertLess(np.abs(left.detach().numpy().astype(float) - right).max(initial=0), 1e-3, key)

    def test_graphs_say_what_the_heads_say(self):
        torch.manual_seed(0)
        model = TextModel().eval()
        for name, parameter in model.named_parameters():  # fresh label and span heads say nearly nothing
            if parameter.ndim > 1:
                torch.nn.init.normal_(parameter, std=0.05)
        with torch.inference_mode():
            model.spans.last_only.bias[0] = 0.0
            pieces, shapes, words = (value.long() for value in export.example())
            upos, _, arcs, labels, cells, kinds, types, *paired = TextGraph(model)(pieces, shapes, words)
            own = model.encoder(pieces, shapes, torch.ones_like(pieces))
            states, attention = model.pair_states({'pieces': pieces, 'shapes': shapes, 'mask': torch.ones_like(pieces)})
            gathered, present = model.words(own, words)
            real = present.bool()
            self.assertTrue(torch.allclose(paired[0], states, atol=1e-4))
            self.assertTrue(torch.equal(upos[real], model.tags(gathered)[0].argmax(-1).int()[real]))
            heads = model.tree.with_root(gathered)
            self.assertTrue(torch.allclose(arcs[real].exp(), model.tree.arcs(gathered, heads, present).softmax(-1)[real], atol=1e-4))
            for sentence, word in real.nonzero().tolist():
                head = int(arcs[sentence, word].argmax())
                want = 1 + int(model.tree.labels(gathered[sentence, word][None], heads[sentence, head][None]).argmax())
                self.assertEqual(int(labels[sentence, word, head]), want if head else 0)
            scores = model.spans(gathered).permute(0, 2, 3, 1)[cells.long().unbind(1)]
            self.assertTrue(torch.allclose(kinds, scores[:, :4].softmax(-1), atol=1e-4))
            self.assertTrue(torch.allclose(types, scores[:, 4:].softmax(-1), atol=1e-4))
            for weight in model.relations.bridges.parameters():  # zero at first, which would hide them
                torch.nn.init.normal_(weight)
            mentions, entities, sorts, pairs, *between = (value.long() for value in export.graphs(model, 2)['relations'][3][3:])
            placed = torch.cat([torch.zeros_like(mentions[:, :1]), mentions], 1)
            logits = model.relations(states[:1], attention[:1], placed, entities, sorts, pairs, *between)
            related = RelationGraph(model)(*(one[0] for one in paired), mentions, entities, sorts, pairs, *between)
            self.assertTrue(torch.allclose(related, logits[:, :-1] - logits[:, -1:], atol=1e-3))
            untold = model.relations(states[:1], attention[:1], placed, entities, sorts, pairs, torch.full_like(between[0], -1), between[1])
            self.assertTrue(torch.allclose(untold, model.relations(states[:1], attention[:1], placed, entities, sorts, pairs), atol=1e-5))
            self.assertFalse(torch.allclose(untold, logits, atol=1e-2))
            first, last, sorts, types, pairs, _ = export.graphs(model, 2)['coreference'][3]
            features = torch.stack([torch.randint(0, size, (len(pairs),)) for size in FEATURES.values()], 1)
            links = CoreferenceGraph(model)(first, last, sorts, types, pairs, features)
            for mine, heads in zip(links, model.coreference(first, last, sorts.long(), types.long(), pairs.long(), features)):
                self.assertTrue(torch.allclose(mine, heads, atol=1e-4))

    def test_shipped_graphs_become_a_model_again(self):
        torch.manual_seed(0)
        model, again = TextModel().eval(), TextModel()
        for parameter in model.parameters():  # the export writes equal ones (zeros, ones) once
            torch.nn.init.normal_(parameter, std=0.05)
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as exact:
            export.export(model, 2, Path(folder), Path(exact))
            self.assertEqual(import_onnx.load_graphs(again, Path(folder)), [])
        for (name, one), other in zip(model.state_dict().items(), again.state_dict().values()):
            step = float(one.abs().max()) / 60  # seven bits with a sign, and rounding
            self.assertLess(float((one - other).abs().max()), step + 1e-6, name)


if __name__ == '__main__':
    unittest.main()
