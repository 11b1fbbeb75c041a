import { readBody, routineCode } from '../parse/code-block.ts';
import { child, children, listName, type Node, type Parse, text } from '../parse/parser.ts';
import { type Routines, type Run, ranBy } from '../parse/runs.ts';
import type { Known, Routine } from './known.ts';

/** What is known of a routine that a statement makes, or puts in the place of one that is known. */
export function madeRoutine(fields: Node, known: Routine | undefined): Routine {
  const options = children(fields, 'options').map((each) => child(each, 'DefElem') ?? {});
  const option = (name: string) =>
    text(child(child(options.find((each) => text(each, 'defname') === name) ?? {}, 'arg') ?? {}, 'String'), 'sval');
  return {
    trigger: /trigger$/.test(listName(children(child(fields, 'returnType') ?? {}, 'names'))),
    mayWrite: !/^(stable|immutable)$/.test(option('volatility')),
    bodies: [{ language: option('language') || 'sql', code: routineCode(fields) }],
    isBefore: known?.isBefore,
    isMade: known === undefined || known.isMade,
  };
}

/** Whether a body says what else runs: one in another language does not, nor one that puts SQL together while it runs. */
export function isReadable({ bodies }: Routine): boolean {
  return bodies.every(({ code, language }) => /^(sql|plpgsql)$/.test(language) && !readBody(language, code).unreadable);
}

/** What the routines of a database run, as far as that can be read. */
export function runsOf(routines: Known['routines'], parse: Parse): Routines {
  const found: Routines = new Map();
  for (const [name, { bodies }] of routines) {
    const runs = bodies.flatMap(
      ({ code, language }): readonly Run[] => ranBy(readBody(language, bodyOf(code)), parse).runs,
    );
    if (runs.length > 0) found.set(name, runs);
  }
  return found;
}

/** `BEGIN ATOMIC … END` as the statements in it. */
function bodyOf(code: string): string {
  return code
    .replace(/^\s*begin\s+atomic\b/i, '')
    .replace(/^\s*return\b/i, 'select')
    .replace(/\bend\s*$/i, (end) => (/^\s*begin\s+atomic\b/i.test(code) ? '' : end));
}

/** `raise` without a level that is no error. */
const RAISES = /\braise\s+(?!notice\b|warning\b|info\b|log\b|debug\b|;)/i;

/** What the code of a trigger does to what is written: it refuses it, or swallows it where it runs before each row. */
export function refuses(code: string, isBefore: boolean): boolean {
  const bare = code.replace(/--[^\n]*/g, '').replace(/\/\*[\s\S]*?\*\//g, '');
  return RAISES.test(bare) || (isBefore && /\breturn\s+null\b/i.test(bare));
}

/** TRIGGER_TYPE_BEFORE of pg_trigger.h. */
const BEFORE = 2;

export function isBeforeRow(trigger: Node): boolean {
  return Number(trigger['timing'] ?? 0) === BEFORE && trigger['row'] === true;
}
