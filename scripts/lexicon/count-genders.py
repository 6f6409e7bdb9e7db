"""Which pronoun goes with which first name, counted over the open training corpora.

A vote is an annotated chain with a full name and pronouns of one gender, or a text whose first person has a first and a last
name and whose personal pronouns are nearly all of one gender. Names with eight votes in ten for one side go to
data/lexicon/name-genders.json.

    python3 scripts/lexicon/count-genders.py CORPORA
"""

import collections
import gzip
import json
import pathlib
import re
import sys

FILES = ['docie-train', 'redocred-train', 'docred-blind-train', 'knowledgenet-train', 'wikigold-train']
CHAINED = ['gum-train', 'gap-train', 'litbank-train']
PERSON = {'PER', 'person', 'PERSON', 'Person'}
HE = re.compile(r'(?:he|his|him|himself)', re.I)
SHE = re.compile(r'(?:she|her|hers|herself)', re.I)
LEAST_PRONOUNS = 2
SHARE = 0.8
TITLES = {'Mr', 'Mrs', 'Ms', 'Miss', 'Mr.', 'Mrs.', 'Dr', 'Lady', 'Lord', 'Sir', 'King', 'Queen', 'President', 'The', 'Prince', 'Princess', 'Captain', 'Aunt', 'Uncle', 'Professor', 'Doctor', 'Saint', 'Judge', 'Justice', 'Madame', 'Emperor', 'Pope', 'Colonel', 'General', 'Major', 'Count', 'Countess', 'Father', 'Mother', 'Sister', 'Brother', 'Senator', 'Young', 'Old', 'Poor', 'Little', 'Dear'}


def read(folder: pathlib.Path, name: str):
    with gzip.open(folder / f'{name}.jsonl.gz', 'rt', encoding='utf8') as lines:
        for line in lines:
            yield json.loads(line)


def vote(row: dict):
    text = row['text']
    people = [m for m in row['mentions'] if m['type'] in PERSON]
    if not people:
        return None
    words = text[people[0]['start'] : people[0]['end']].split()
    if len(words) < 2 or not re.fullmatch(r"[^\W\d_]{2,}(-[^\W\d_]+)?", words[0]):
        return None
    he = len(re.findall(r'\b(?:he|his|him|himself)\b', text, re.I))
    she = len(re.findall(r'\b(?:she|her|hers|herself)\b', text, re.I))
    if he + she < LEAST_PRONOUNS or 0.1 < he / (he + she) < 0.9:
        return None
    if words[0] in TITLES:
        return None
    return words[0], 'he' if he > she else 'she'


def chain_votes(row: dict):
    chains = collections.defaultdict(list)
    for mention in row['mentions']:
        if mention.get('entity') is not None:
            chains[mention['entity']].append(row['text'][mention['start'] : mention['end']])
    for surfaces in chains.values():
        genders = {'he' for each in surfaces if HE.fullmatch(each)} | {'she' for each in surfaces if SHE.fullmatch(each)}
        names = {each.split()[0] for each in surfaces if re.fullmatch(r"[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][\w.'-]*)+", each)}
        if len(genders) == 1:
            for name in names - TITLES:
                yield name, next(iter(genders))


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    votes = collections.defaultdict(collections.Counter)
    for name in FILES:
        for row in read(folder, name):
            found = vote(row)
            if found:
                votes[found[0]][found[1]] += 1
    for name in CHAINED:
        for row in read(folder, name):
            for first, gender in chain_votes(row):
                votes[first][gender] += 1
    lists = {'he': [], 'she': []}
    for name, counts in sorted(votes.items()):
        gender, most = counts.most_common(1)[0]
        if most / sum(counts.values()) >= SHARE:
            lists[gender].append(name)
    about = 'First names by the pronoun that goes with them in the open training corpora (scripts/lexicon/count-genders.py).'
    target = pathlib.Path(__file__).parents[2] / 'data/lexicon/name-genders.json'
    rows = [f'  "{key}": {json.dumps(names, ensure_ascii=False)}' for key, names in lists.items()]
    target.write_text('{\n  "about": ' + json.dumps(about) + ',\n' + ',\n'.join(rows) + '\n}\n', encoding='utf8')


main()
