import { parseCondition } from '../../src/conditions/parse.ts';
import { healthy } from '../app.ts';
import { type Case, html, json } from './case.ts';

/** The caller's own conditions. */
export const conditionsCases: readonly Case[] = [
  {
    what: 'a condition that is not met',
    answers: () => healthy(),
    asked: { conditions: [parseCondition('[BODY].checks.database.status == fail')] },
    is: 'contract-violation',
    rule: 'condition',
  },
  {
    what: 'a 401 that a condition asks for',
    answers: json(401, { error: 'no token' }),
    asked: { format: 'plain', conditions: [parseCondition('[STATUS] == 401')] },
    is: 'ok',
  },
  {
    what: 'a 404 where a condition asks for a 401: the route is gone',
    answers: json(404, {}),
    asked: { format: 'plain', conditions: [parseCondition('[STATUS] == 401')] },
    is: 'contract-violation',
    rule: 'condition',
  },
  {
    what: 'a 200 where a condition asks for a 401: the door is open',
    answers: json(200, {}),
    asked: { format: 'plain', conditions: [parseCondition('[STATUS] == 401')] },
    is: 'contract-violation',
    rule: 'condition',
  },
  {
    what: "Vercel's wall where a condition asks for a 401",
    answers: html(401, 'x', { 'set-cookie': '_vercel_sso_nonce=1; Path=/' }),
    asked: { format: 'plain', conditions: [parseCondition('[STATUS] == 401')] },
    is: 'protected',
  },
];
