"""MiniLM-L6 (Wang et al. 2020, a BERT of 6 layers, 384 wide, 12 heads) in plain torch, with case-shape embeddings.

Attention is written out: that exports to ONNX and quantises cleanly, is faster than the fused kernel on a CPU up to
length 256, and gives the attention that the relation head needs (ATLOP).
"""
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from labels import SHAPES

WIDTH, HEADS, LAYERS, INNER, PIECES, POSITIONS = 384, 12, 6, 1536, 30522, 512
HEAD_WIDTH = WIDTH // HEADS
EPSILON = 1e-12  # of BERT's layer norms


class Layer(nn.Module):
    def __init__(self, dropout: float):
        super().__init__()
        self.mixed = nn.Linear(WIDTH, 3 * WIDTH)  # query, key, value
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.attended_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.outer_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> tuple[Tensor, Tensor]:
        """states [windows, pieces, 384], bias [windows, 1, 1, pieces] → states, attention [windows, 12, pieces, pieces]."""
        windows, pieces = states.shape[0], states.shape[1]
        mixed = self.mixed(states).view(windows, pieces, 3, HEADS, HEAD_WIDTH).permute(2, 0, 3, 1, 4)
        query, key, value = mixed[0], mixed[1], mixed[2]  # each [windows, 12, pieces, 32]
        scores = query @ key.transpose(2, 3) * HEAD_WIDTH ** -0.5 + bias
        attention = scores.softmax(-1)
        context = (attention.to(value.dtype) @ value).transpose(1, 2).reshape(windows, pieces, WIDTH)
        states = self.attended_norm(states + self.dropout(self.attended(context)))
        inner = nn.functional.gelu(self.inner(states))
        return self.outer_norm(states + self.dropout(self.outer(inner))), attention


def attention_bias(mask: Tensor, dtype: torch.dtype) -> Tensor:
    """mask [windows, pieces] (1 = a piece, 0 = padding) → what to add to scores of attention [windows, 1, 1, pieces]."""
    return (1.0 - mask[:, None, None, :].to(dtype)) * -1e4


class Encoder(nn.Module):
    def __init__(self, dropout: float = 0.1):
        super().__init__()
        self.pieces = nn.Embedding(PIECES, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(2 * len(SHAPES), WIDTH)
        nn.init.normal_(self.shapes.weight, std=0.02)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> Tensor:
        """pieces, shapes, mask [windows, pieces] (mask 1 = a piece, 0 = padding) → states of the last layer [windows, pieces, 384]."""
        states, _ = self.layers[-1](*self.lower(pieces, shapes, mask))
        return states

    def lower(self, pieces: Tensor, shapes: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """→ states of the last layer but one [windows, pieces, 384], what to add to scores of attention [windows, 1, 1, pieces]."""
        order = torch.arange(pieces.shape[1], device=pieces.device)
        embedded = self.pieces(pieces) + self.positions(order) + self.shapes(shapes)
        states = self.dropout(self.norm(embedded))
        bias = attention_bias(mask, states.dtype)
        for layer in self.layers[:-1]:
            states, _ = layer(states, bias)
        return states, bias


def load_minilm(encoder: Encoder, path: str) -> None:
    """Fills the encoder from the safetensors of all-MiniLM-L6-v2; the sentence-type vector goes into the pieces."""
    weights = {name.removeprefix('bert.'): value.float() for name, value in load_file(path).items()}
    embeddings = weights['embeddings.word_embeddings.weight']
    own = {'pieces.weight': embeddings + weights['embeddings.token_type_embeddings.weight'][0],
           'positions.weight': weights['embeddings.position_embeddings.weight'],
           'shapes.weight': encoder.shapes.weight.data,
           'norm.weight': weights['embeddings.LayerNorm.weight'], 'norm.bias': weights['embeddings.LayerNorm.bias']}
    theirs = {'attended': 'attention.output.dense', 'attended_norm': 'attention.output.LayerNorm',
              'inner': 'intermediate.dense', 'outer': 'output.dense', 'outer_norm': 'output.LayerNorm'}
    for index in range(LAYERS):
        prefix = f'encoder.layer.{index}.'
        for part in ('weight', 'bias'):
            own[f'layers.{index}.mixed.{part}'] = torch.cat(
                [weights[f'{prefix}attention.self.{name}.{part}'] for name in ('query', 'key', 'value')])
            for name, other in theirs.items():
                own[f'layers.{index}.{name}.{part}'] = weights[f'{prefix}{other}.{part}']
    encoder.load_state_dict(own)
