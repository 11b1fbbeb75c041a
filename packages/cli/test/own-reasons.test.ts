import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { responseClasses } from '@lockstep/health';
import { parseSync } from '@swc/core';
import { commands } from '../src/commands.ts';
import { ownReasons } from '../src/own-reasons.ts';
import { reasons } from '../src/reasons.ts';

const src = join(import.meta.dirname, '..', 'src');
const files = readdirSync(src, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts') && !/(generated|own-reasons)\.ts$/.test(file));
const explained = new Set(reasons.codes());

interface Node {
  readonly type?: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nameIn = (node: unknown) => (isNode(node) ? String(node['value'] ?? '') : '');

/** The codes in everything that is called a reason: `reason: a ? 'x' : 'y'`, `const REASONS = { there: 'x' }`. */
function codesIn(text: string): readonly string[] {
  const found: string[] = [];
  const collect = (node: unknown): void => {
    if (!isNode(node)) return;
    if (node.type === 'StringLiteral') found.push(String(node['value']));
    // What is compared is not said.
    else if (node.type === 'ConditionalExpression') for (const part of ['consequent', 'alternate']) collect(node[part]);
    else if (node.type === 'KeyValueProperty') collect(node['value']);
    else for (const part of Object.values(node)) collect(part);
  };
  const visit = (node: unknown): void => {
    if (!isNode(node)) return;
    const named = node.type === 'KeyValueProperty' ? 'key' : node.type === 'VariableDeclarator' ? 'id' : undefined;
    const isReason = named !== undefined && /^reasons?$/i.test(nameIn(node[named]));
    if (isReason) collect(node[named === 'key' ? 'value' : 'init']);
    else for (const part of Object.values(node)) visit(part);
  };
  visit(parseSync(text, { syntax: 'typescript' }));
  return found.filter((code) => /^[a-z][a-z-]+$/.test(code));
}

test('the search finds codes where they are written', () => {
  const text = `const reason: R = a ? 'one-a' : 'one-b'; f({ reason: 'two-a' }); const REASONS = { there: 'three-a' };`;
  expect(codesIn(text)).toEqual(['one-a', 'one-b', 'two-a', 'three-a']);
});

test('every reason that a command writes is explained', () => {
  const written = files.flatMap((file) => codesIn(readFileSync(join(src, file), 'utf8')));
  expect(written).toEqual(
    expect.arrayContaining(['drafted', 'draft-unfinished', 'draft-wrong', 'line-clear', 'missing']),
  );
  expect(written.filter((code) => !explained.has(code))).toEqual([]);
});

test('so is every class of an answer that doctor gets from a health route', () => {
  expect(responseClasses.filter((code) => !explained.has(code))).toEqual([]);
});

describe('own reasons', () => {
  test('are those of commands', () => {
    const names = commands.map(({ name }) => name);
    expect(Object.keys(ownReasons).filter((name) => !names.includes(name))).toEqual([]);
  });

  test('are explained with their command', () => {
    expect(reasons.of('drafted').map(({ command, verdict }) => [command, verdict])).toEqual(
      expect.arrayContaining([
        ['down-draft', 'pass'],
        ['new', 'pass'],
      ]),
    );
  });
});
