import { Fields, isMap } from '@lockstep/base';
import type { Contract } from '../contract.ts';

/** With what an operation is asked, and what is cleaned up behind it. */
export interface Example {
  /** `GET /patients/{id}`, as the contract names it. */
  readonly operation: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined where there is none. */
  readonly body: unknown;
  /** The status that this example is meant to get, where it is no success. */
  readonly expect: number | undefined;
  readonly cleanUp: CleanUp | undefined;
}

/** How what an example created is removed again, and how one sees that it is gone. */
export interface CleanUp {
  /** `DELETE /patients/{id}`. */
  readonly call: Call;
  /** `GET /patients/{id}`: answers 404 or 410 once it is gone. */
  readonly gone: Call;
  /** Names in braces of the two, and where in the answer their values stand (JSON Pointers). */
  readonly take: Readonly<Record<string, string>>;
}

export interface Call {
  readonly method: string;
  readonly path: string;
}

type Read = { readonly examples: readonly Example[]; readonly problems: readonly string[] };

/** Reads examples from data that is already parsed: a map by the names of operations. */
export function readExamples(value: unknown, where: string): Read {
  if (value === undefined || value === null || value === '') return { examples: [], problems: [] };
  if (!isMap(value))
    return { examples: [], problems: [`${where}: expected a map of operations, such as GET /patients/{id}`] };
  const problems: string[] = [];
  const examples = Object.entries(value).map(([operation, entry]): Example => {
    const fields = new Fields(isMap(entry) ? entry : {}, `${where} "${operation}"`);
    const expect = fields.number('expect', { min: 100, max: 599 });
    const example = {
      operation: operation.trim().replace(/\s+/g, ' '),
      path: textsOf(fields, 'path'),
      query: textsOf(fields, 'query'),
      headers: textsOf(fields, 'headers'),
      body: fields.any('body'),
      expect,
      cleanUp: cleanUpOf(fields),
    };
    fields.refuseOthers();
    problems.push(...fields.problems);
    return example;
  });
  return { examples, problems };
}

/** Examples for operations that the contract does not have: a typing error would leave the operation without one. */
export function unknownExamples(examples: readonly Example[], contract: Contract): readonly string[] {
  const names = new Set(contract.operations.map(({ name }) => name));
  return examples
    .filter(({ operation }) => !names.has(operation))
    .map(({ operation }) => `examples: the contract has no operation "${operation}"`);
}

function textsOf(fields: Fields, name: string): Readonly<Record<string, string>> {
  const given = fields.map(name) ?? {};
  const entries = Object.entries(given).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return [[key, String(value)]];
    fields.complain(name, `"${key}": expected a text, a number, true or false`);
    return [];
  });
  return Object.fromEntries(entries);
}

function cleanUpOf(fields: Fields): CleanUp | undefined {
  const given = fields.map('clean-up');
  if (given === undefined) return undefined;
  const own = new Fields(given, 'clean-up');
  const call = callOf(own.text('call', { required: true, expected: 'a call like DELETE /patients/{id}' }));
  const gone = callOf(own.text('gone', { required: true, expected: 'a call like GET /patients/{id}' }));
  const take = textsOf(own, 'take');
  own.refuseOthers();
  for (const problem of own.problems) fields.complain('clean-up', problem);
  if (call === undefined || gone === undefined) {
    fields.complain('clean-up', 'expected calls like DELETE /patients/{id}');
    return undefined;
  }
  const unknown = [...`${call.path} ${gone.path}`.matchAll(/\{([^{}]+)\}/g)].filter(([, name = '']) => !(name in take));
  if (unknown.length > 0) fields.complain('clean-up', '"take" does not say where in the answer each name in braces is');
  return { call, gone, take };
}

function callOf(text: string): Call | undefined {
  const match = /^([A-Z]+) (\/\S*)$/.exec(text);
  return match === null ? undefined : { method: match[1] ?? '', path: match[2] ?? '' };
}
