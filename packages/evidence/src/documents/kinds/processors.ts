import { nameSome } from '@lockstep/base';
import { sameName } from '../document.ts';
import type { DocumentKind } from '../kind.ts';
import { DAY_MS } from '../names.ts';
import { bad, good, type Rule } from '../rule.ts';
import { endsRule } from '../rules/ends.ts';
import { cellOf, tableBelow } from '../table.ts';

const attested: Rule = {
  id: 'attested',
  title: 'Each processor attests encryption at rest',
  judge: (document) => {
    const expected = 'a row below "Encryption at rest" for each processor';
    const named = namesOf(document, 'Processors');
    const has = namesOf(document, 'Encryption at rest');
    const missing = named.filter((name) => !has.some((one) => sameName(one, name)));
    if (named.length > 0 && missing.length === 0)
      return good('attested', `${named.length} of ${named.length}`, expected);
    const measured = named.length === 0 ? 'no processor' : `without one: ${nameSome(missing, 5)}`;
    return bad('not-attested', {
      measured,
      expected,
      remedy: 'ask the processor for its report, and write who attests it and until when',
    });
  },
};

function namesOf(document: Parameters<Rule['judge']>[0], heading: string): readonly string[] {
  const table = tableBelow(document, heading, 'Processor');
  return table === undefined ? [] : table.rows.map((row) => cellOf(table, row, 'Processor'));
}

/** GDPR article 28, HIPAA 164.308(b): who works with the data for us. No probe can see encryption at rest: it is attested. */
export const processors: DocumentKind = {
  name: 'processors',
  title: 'Processors and their agreements',
  reviewedWithinMs: 365 * DAY_MS,
  headings: ['Processors', 'Encryption at rest'],
  tables: [
    { heading: 'Processors', columns: ['Processor', 'Purpose', 'Data', 'Agreement', 'Ends'], fewest: 1 },
    { heading: 'Encryption at rest', columns: ['Processor', 'Attested by', 'Ends'], fewest: 1 },
  ],
  rules: [
    endsRule({
      id: 'agreements',
      title: 'Agreements with processors are in force',
      heading: 'Processors',
      of: 'Processor',
      openEnded: 'open-ended',
    }),
    attested,
    endsRule({
      id: 'encryption-at-rest',
      title: 'Attestations of encryption at rest are in force',
      heading: 'Encryption at rest',
      of: 'Processor',
    }),
  ],
};
