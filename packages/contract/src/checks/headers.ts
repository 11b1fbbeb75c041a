import { isMap } from '@lockstep/base';
import { ruleFor } from '../contract.ts';
import { at, follow } from '../read/pointer.ts';
import { type Checker, checkOf } from './check.ts';
import { mainAnswer } from './main-answer.ts';

/** The headers that the contract names for this answer: there where required, and of the right form. */
export const headers: Checker = (visit, { contract, validator }) => {
  const main = mainAnswer(visit);
  if (main.kind === 'no-evidence') return [];
  const rules = ruleFor(visit.call.operation, main.answer.status)?.headers ?? [];
  if (rules.length === 0) return [];
  const problems = rules.flatMap(({ name, required, schema }) => {
    const text = main.answer.headers[name];
    if (text === undefined) return required ? [`${name} is missing`] : [];
    if (schema === undefined) return [];
    const validity = validator.validate(schema, readAs(text, typesOf(contract.document, schema)));
    return validity.kind === 'invalid' ? [`${name} ${validity.problems.join('; ').replace(/^\/ /, '')}`] : [];
  });
  const expected = rules.map(({ name, required }) => (required ? name : `${name} (optional)`)).join(', ');
  return [
    checkOf(
      'operation/headers',
      visit,
      problems.length === 0
        ? { verdict: 'pass', reason: 'headers-documented', measured: 'as documented', expected }
        : {
            verdict: 'fail',
            reason: 'headers-differ',
            measured: problems.join('; '),
            expected,
            remedy: 'send the headers that the contract promises, or correct it',
          },
    ),
  ];
};

function typesOf(document: unknown, pointer: string): readonly unknown[] {
  const { value } = follow(document, pointer);
  const type = isMap(value) ? value['type'] : at(document, `${pointer}/type`);
  return [type].flat();
}

/** A header is a text; its schema may mean a number or a flag (OpenAPI, style "simple"). */
function readAs(text: string, types: readonly unknown[]): unknown {
  if ((types.includes('integer') || types.includes('number')) && text.trim() !== '' && !Number.isNaN(Number(text)))
    return Number(text);
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  if (types.includes('array')) return text.split(',').map((one) => one.trim());
  return text;
}
