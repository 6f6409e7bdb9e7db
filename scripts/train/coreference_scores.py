"""CoNLL coreference scores (Pradhan et al. 2014): MUC, B³, CEAF with φ4 and their mean; singletons left out."""
from collections import Counter

import numpy as np
from scipy.optimize import linear_sum_assignment

Clusters = list[frozenset[int]]


def without_singletons(clusters: Clusters) -> Clusters:
    return [cluster for cluster in clusters if len(cluster) > 1]


def muc_part(left: Clusters, right: Clusters) -> tuple[float, float]:
    """Links of `left` that `right` keeps, and all links of `left`."""
    where = {mention: number for number, cluster in enumerate(right) for mention in cluster}
    kept = total = 0
    for cluster in left:
        parts = {where.get(mention, ('alone', mention)) for mention in cluster}
        kept += len(cluster) - len(parts)
        total += len(cluster) - 1
    return kept, total


def b_cubed_part(left: Clusters, right: Clusters) -> tuple[float, float]:
    kept = sum(len(cluster & other) ** 2 / len(cluster) for cluster in left for other in right)
    return kept, sum(map(len, left))


def ceaf_part(gold: Clusters, found: Clusters) -> float:
    """Similarity of the best one-to-one assignment."""
    if not gold or not found:
        return 0.0
    similarity = np.array([[2 * len(one & other) / (len(one) + len(other)) for other in found] for one in gold])
    rows, columns = linear_sum_assignment(-similarity)
    return float(similarity[rows, columns].sum())


class CoreferenceScores:
    """Adds up documents; numbers of mentions must not clash inside a document only."""

    def __init__(self):
        self.sums: Counter[str] = Counter()

    def add(self, gold: Clusters, found: Clusters) -> None:
        gold, found = without_singletons(gold), without_singletons(found)
        for name, part in (('muc', muc_part), ('b3', b_cubed_part)):
            recall, precision = part(gold, found), part(found, gold)
            self.sums.update({f'{name} recalled': recall[0], f'{name} gold': recall[1],
                              f'{name} precise': precision[0], f'{name} found': precision[1]})
        similarity = ceaf_part(gold, found)
        self.sums.update({'ceaf recalled': similarity, 'ceaf gold': len(gold), 'ceaf precise': similarity,
                          'ceaf found': len(found)})

    def scores(self) -> dict[str, float]:
        result = {}
        for name in ('muc', 'b3', 'ceaf'):
            recall = self.sums[f'{name} recalled'] / max(1e-9, self.sums[f'{name} gold'])
            precision = self.sums[f'{name} precise'] / max(1e-9, self.sums[f'{name} found'])
            result[name] = 200 * precision * recall / max(1e-9, precision + recall)
        result['conll'] = sum(result.values()) / 3
        return {name: round(value, 2) for name, value in result.items()}
