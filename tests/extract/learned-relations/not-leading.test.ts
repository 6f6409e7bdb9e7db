// Who speaks for a body, founded it or opposes it does not lead it by the head's word alone.
import { expect, it } from 'vitest';
import { isOtherwiseTied, otherwiseTied } from '../../../src/extract/learned-relations/not-leading.ts';
import type { Relation } from '../../../src/model/extraction.ts';

function relation(subject: string, type: string, object: string): Relation {
  return { subject, type, object } as unknown as Relation;
}

it('a founder, a spokeswoman and a critic, by whatever mention, are no leaders; others may be', () => {
  const keys = new Map([
    ['the company', 'Acme'],
    ['she', 'Ada'],
  ]);
  const rules = [
    relation('Acme', 'FOUNDED_BY', 'Boris'),
    relation('Ada', 'SPOKESPERSON_OF', 'Acme'),
    relation('Dora', 'OPPOSES', 'Acme'),
  ];
  const tied = otherwiseTied(rules, keys);
  const leads = (person: string, body: string): boolean =>
    !isOtherwiseTied(relation(person, 'LEADS', body), tied, keys);
  expect([
    leads('Boris', 'Acme'),
    leads('she', 'the company'),
    leads('Dora', 'Acme'),
    leads('Cora', 'Acme'),
    leads('Boris', 'Baltic'),
  ]).toEqual([false, false, false, true, true]);
  expect(isOtherwiseTied(relation('Boris', 'WORKS_FOR', 'Acme'), tied, keys)).toBe(false);
});
