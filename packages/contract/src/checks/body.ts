import type { Check } from '@lockstep/base';
import { type Answer, isJson, jsonOf, mediaType } from '../ask/exchange.ts';
import { type MediaRule, type Operation, type ResponseRule, ruleFor } from '../contract.ts';
import { unlistedFields } from '../schema/undocumented.ts';
import type { Visit } from '../visit.ts';
import { type CheckContext, type Checker, checkOf, type Finding } from './check.ts';
import { mainAnswer } from './main-answer.ts';

/** Type and body of the right request's answer, held against the rule for its status. */
export const body: Checker = (visit, context) => {
  const main = mainAnswer(visit);
  if (main.kind === 'no-evidence') return [];
  const rule = ruleFor(visit.call.operation, main.answer.status);
  if (rule === undefined) return [];
  return contentChecks(visit, main.answer, rule, context);
};

function contentChecks(visit: Visit, answer: Answer, rule: ResponseRule, context: CheckContext): readonly Check[] {
  const type = typeFinding(visit.call.operation, answer, rule);
  if (type === undefined) return [];
  const checks = [checkOf('operation/content-type', visit, type)];
  const media = type.verdict === 'pass' ? mediaRule(rule, answer) : undefined;
  if (media?.schema === undefined) return checks;
  const valid = bodyFinding(answer, media.schema, context);
  if (valid !== undefined) checks.push(checkOf('operation/body', visit, valid));
  const fields = valid === undefined ? undefined : fieldsFinding(answer, media.schema, context);
  if (fields !== undefined) checks.push(checkOf('operation/undocumented-fields', visit, fields));
  return checks;
}

/** Undefined where neither the contract nor the answer has a body. */
export function typeFinding({ method, name }: Operation, answer: Answer, rule: ResponseRule): Finding | undefined {
  if (rule.content === undefined || method === 'HEAD') return undefined;
  const type = mediaType(answer);
  const empty = answer.body === '' && !answer.truncated;
  if (rule.content.length === 0) {
    if (empty || rule.status.toUpperCase() !== '204') return undefined;
    return {
      verdict: 'fail',
      reason: 'body-not-documented',
      measured: type || 'a body',
      expected: 'no body',
      remedy: `document the body of ${name}`,
    };
  }
  const expected = rule.content.map((one) => one.type).join(', ');
  if (empty && [204, 205, 304].includes(answer.status)) return undefined;
  if (empty)
    return {
      verdict: 'fail',
      reason: 'empty-body',
      measured: 'an empty body',
      expected,
      remedy: `let ${name} answer with a body, or document that there is none`,
    };
  if (mediaRule(rule, answer) !== undefined)
    return { verdict: 'pass', reason: 'content-type-documented', measured: shown(type), expected };
  return {
    verdict: 'fail',
    reason: 'content-type-not-documented',
    measured: shown(type),
    expected,
    remedy: `let ${name} answer with the documented type: a page in place of data often is an error or a login`,
  };
}

/** The rule for the type of an answer: the exact one before a range. */
export function mediaRule(rule: ResponseRule, answer: Answer): MediaRule | undefined {
  const type = mediaType(answer);
  const list = rule.content ?? [];
  return (
    list.find((one) => one.type === type) ??
    list.find((one) => one.type.endsWith('/*') && one.type !== '*/*' && type.startsWith(one.type.slice(0, -1))) ??
    list.find((one) => one.type === '*/*')
  );
}

/** Undefined where the body is no text that a schema could judge. */
export function bodyFinding(answer: Answer, schema: string, { validator }: CheckContext): Finding | undefined {
  const type = mediaType(answer);
  const json = isJson(type);
  if (!json && !type.startsWith('text/')) return undefined;
  const expected = 'what its schema says';
  if (answer.truncated)
    return {
      verdict: 'unknown',
      reason: 'body-too-long',
      measured: 'more than 8 MiB',
      expected,
      remedy: 'give an example that gets less',
    };
  const data = json ? jsonOf(answer) : { value: answer.body };
  if (data === undefined)
    return {
      verdict: 'fail',
      reason: 'not-json',
      measured: `${shown(type)} that is no JSON`,
      expected,
      remedy: 'look at what the backend sends',
    };
  const validity = validator.validate(schema, data.value);
  switch (validity.kind) {
    case 'valid':
      return { verdict: 'pass', reason: 'body-valid', measured: 'valid', expected };
    case 'unusable':
      return {
        verdict: 'unknown',
        reason: 'schema-unusable',
        measured: 'not judged',
        expected,
        remedy: `correct the schema: ${validity.why}`,
      };
    case 'invalid':
      return {
        verdict: 'fail',
        reason: 'body-invalid',
        measured: validity.problems.join('; '),
        expected,
        remedy: 'release the backend that keeps the contract first, or change the contract and what relies on it',
      };
  }
}

function fieldsFinding(answer: Answer, schema: string, context: CheckContext): Finding | undefined {
  const data = isJson(mediaType(answer)) && !answer.truncated ? jsonOf(answer) : undefined;
  if (data === undefined) return undefined;
  const { undocumented, writeOnly } = unlistedFields(context.contract.document, schema, data.value);
  const expected = 'only fields that the contract names';
  if (writeOnly.length > 0)
    return {
      verdict: 'fail',
      reason: 'write-only-field-sent',
      measured: listed(writeOnly),
      expected: 'no field that is write-only',
      remedy: 'do not send what the contract says is only ever received',
    };
  if (undocumented.length === 0)
    return { verdict: 'pass', reason: 'fields-documented', measured: 'no other field', expected };
  return {
    verdict: context.undocumented === 'fail' ? 'fail' : 'pass',
    reason: context.undocumented === 'fail' ? 'undocumented-fields' : 'undocumented-fields-reported',
    measured: `not documented: ${listed(undocumented)}`,
    expected,
    remedy: 'document the fields, or stop sending them',
  };
}

function listed(names: readonly string[]): string {
  const rest = names.length - 10;
  return `${names.slice(0, 10).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function shown(type: string): string {
  return /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/.test(type) ? type : 'no readable type';
}
