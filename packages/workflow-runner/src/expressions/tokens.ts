import type { MappingToken, TemplateToken } from '@actions/workflow-parser/templates/tokens/index';
import {
  isBasicExpression,
  isMapping,
  isSequence,
  isString,
} from '@actions/workflow-parser/templates/tokens/type-guards';
import { literalText } from './expressions.ts';

/** The member of a mapping, or undefined where there is none or it is no mapping. */
export function member(token: TemplateToken | undefined, key: string): TemplateToken | undefined {
  return token !== undefined && isMapping(token) ? token.find(key) : undefined;
}

/** A member that is a mapping itself. */
export function mapping(token: TemplateToken | undefined, key: string): MappingToken | undefined {
  const found = member(token, key);
  return found !== undefined && isMapping(found) ? found : undefined;
}

/** Key and value of each member of a mapping; nothing for anything else. */
export function members(token: TemplateToken | undefined): [name: string, value: TemplateToken][] {
  if (token === undefined || !isMapping(token)) return [];
  return [...token].map((pair) => [literalText(pair.key), pair.value]);
}

/** The texts of a sequence, of a single string, or of a mapping's keys: every way to write `on` or `needs`. */
export function names(token: TemplateToken | undefined): string[] {
  if (token === undefined) return [];
  if (isString(token)) return [token.value];
  if (isSequence(token)) return [...token].map(literalText);
  return members(token).map(([name]) => name);
}

/** Every expression in a part of a file, with its token. */
export function* expressionsIn(token: TemplateToken): Generator<{ expression: string; token: TemplateToken }> {
  if (isMapping(token)) {
    for (const pair of token) {
      yield* expressionsIn(pair.key);
      yield* expressionsIn(pair.value);
    }
  } else if (isSequence(token)) {
    for (const item of token) yield* expressionsIn(item);
  } else if (isBasicExpression(token)) {
    yield { expression: token.expression, token };
  }
}
