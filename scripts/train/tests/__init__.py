"""Quick checks: `python -m unittest discover -s tests -t .` from scripts/train. They need no corpus and no weights."""
