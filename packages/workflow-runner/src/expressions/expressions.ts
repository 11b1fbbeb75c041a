import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import { TokenType as LexerTokenType, type Token } from '@actions/expressions/lexer';
import { truthy } from '@actions/expressions/result';
import type { BasicExpressionToken } from '@actions/workflow-parser/templates/tokens/index';
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token';
import { isBasicExpression, isMapping, isSequence } from '@actions/workflow-parser/templates/tokens/type-guards';
import { TokenType } from '@actions/workflow-parser/templates/tokens/types';
import { multiLineText, segments } from './template-text.ts';

/** What an expression can see: contexts as plain JSON data, and functions beyond the built-in ones. */
export interface Scope {
  readonly contexts: Readonly<Record<string, unknown>>;
  readonly functions?: readonly FunctionDefinition[];
}

/** Evaluates one expression, without `${{ }}`, on GitHub's own engine. Throws its errors. */
export function evaluate(expression: string, scope: Scope): data.ExpressionData {
  const functions = [...(scope.functions ?? [])];
  const tree = new Parser(lex(expression), Object.keys(scope.contexts), functions).parse();
  const contexts = new data.Dictionary(
    ...Object.entries(scope.contexts).map(([key, value]) => ({ key, value: toData(value) })),
  );
  return new Evaluator(tree, contexts, new Map(functions.map((f) => [f.name.toLowerCase(), f]))).evaluate();
}

function evaluateToken(token: BasicExpressionToken, scope: Scope): data.ExpressionData {
  const text = multiLineText(token);
  if (text === undefined) return evaluate(token.expression, scope);
  const parts = segments(text);
  const [only] = parts;
  if (only !== undefined && parts.length === 1 && 'expression' in only) return evaluate(only.expression, scope);
  const texts = parts.map((part) =>
    'literal' in part ? part.literal : evaluate(part.expression, scope).coerceString(),
  );
  return new data.StringData(texts.join(''));
}

/** GitHub's lexer, which unescapes only the first quote of a string (0.3.61). */
function lex(expression: string): Token[] {
  return new Lexer(expression).lex().tokens.map((token) => {
    if (token.type !== LexerTokenType.STRING) return token;
    return { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") };
  });
}

/** The value of any part of a workflow or action file, its expressions evaluated, as plain JSON data. */
export function dataOf(token: TemplateToken | undefined, scope: Scope): unknown {
  if (token === undefined) return undefined;
  if (isMapping(token)) return Object.fromEntries([...token].map((pair) => entry(pair, scope)));
  if (isSequence(token)) return [...token].map((item) => dataOf(item, scope));
  if (isBasicExpression(token)) return fromData(evaluateToken(token, scope));
  return literal(token);
}

/** A scalar's value as the text that a step gets to see: `true`, `3`, '' for null, `Object` for an object. */
export function textOf(token: TemplateToken | undefined, scope: Scope): string {
  if (token === undefined) return '';
  if (isBasicExpression(token)) return evaluateToken(token, scope).coerceString();
  return literalText(token);
}

/** The text of a scalar without expressions; what stands in the file otherwise. */
export function literalText(token: TemplateToken): string {
  const value = isBasicExpression(token) ? token.toString() : literal(token);
  return value === null || value === undefined ? '' : String(value);
}

/** A mapping of scalars (`env`, `with`, `outputs`) as texts. */
export function textsOf(token: TemplateToken | undefined, scope: Scope): Record<string, string> {
  if (token === undefined) return {};
  if (isMapping(token))
    return Object.fromEntries([...token].map((pair) => [literalText(pair.key), textOf(pair.value, scope)]));
  const whole = dataOf(token, scope);
  if (typeof whole !== 'object' || whole === null) throw new Error(`expected a mapping, got ${JSON.stringify(whole)}`);
  return Object.fromEntries(Object.entries(whole).map(([key, value]) => [key, toData(value).coerceString()]));
}

/** Whether a condition holds, by GitHub's own rules of truth. */
export function truthOf(expression: string, scope: Scope): boolean {
  return truthy(evaluate(expression, scope));
}

function entry(pair: { key: TemplateToken; value: TemplateToken }, scope: Scope): [string, unknown] {
  return [literalText(pair.key), dataOf(pair.value, scope)];
}

function literal(token: TemplateToken): string | number | boolean | null {
  switch (token.templateTokenType) {
    case TokenType.Null:
      return null;
    case TokenType.Boolean:
      return token.assertBoolean('value').value;
    case TokenType.Number:
      return token.assertNumber('value').value;
    default:
      return token.assertString('value').value;
  }
}

function toData(value: unknown): data.ExpressionData {
  if (value === undefined) return new data.Null();
  return JSON.parse(JSON.stringify(value), data.reviver) as data.ExpressionData;
}

function fromData(value: data.ExpressionData): unknown {
  return JSON.parse(JSON.stringify(value, data.replacer) ?? 'null');
}

/** A scope with more contexts, or with other functions. */
export function extend(scope: Scope, contexts: Scope['contexts'], functions = scope.functions): Scope {
  return { contexts: { ...scope.contexts, ...contexts }, ...(functions === undefined ? {} : { functions }) };
}
