"""Label inventories, read from data/models/labels.json, the one file that training and the Node program share."""
import json
from pathlib import Path

PATH = Path(__file__).resolve().parents[2] / 'data' / 'models' / 'labels.json'
LABELS = json.loads(PATH.read_text('utf-8'))

UPOS: list[str] = LABELS['upos']
XPOS: list[str] = LABELS['xpos']
DEPREL: list[str] = LABELS['deprel']  # 0 is `root`, given to whatever hangs on the root vector
KINDS: list[str] = LABELS['mentionKinds']  # 0 is `none`: the span is no mention
TYPES: list[str] = LABELS['entityTypes']
RELATIONS: list[str] = LABELS['relationTypes']
SHAPES: list[str] = LABELS['caseShapes']
MAX_PIECES_PER_WORD: int = LABELS['maxPiecesPerWord']
MAX_WIDTH: int = LABELS['maxWidth']  # widths of spans from here on share one bias

UPOS_INDEX = {name: index for index, name in enumerate(UPOS)}
XPOS_INDEX = {name: index for index, name in enumerate(XPOS)}
DEPREL_INDEX = {name: index for index, name in enumerate(DEPREL)}
KIND_INDEX = {name: index for index, name in enumerate(KINDS)}
TYPE_INDEX = {name: index for index, name in enumerate(TYPES)}
RELATION_INDEX = {name: index for index, name in enumerate(RELATIONS)}
