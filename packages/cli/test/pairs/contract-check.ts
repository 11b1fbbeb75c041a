import type { Scope } from '@lockstep/proving-ground/scope';
import { DOCTOR, type Fault, startBackend } from '../../../contract/test/backend.ts';
import { CLINIC } from '../../../contract/test/clinic.ts';
import { checkout } from './ground.ts';
import { type Asked, type Pair, WRONG } from './pair.ts';

const AS = `- name: doctor\n  headers: { Authorization: '${DOCTOR}' }\n`;
const EXAMPLES = "'GET /patients/{id}': { path: { id: 1 } }\n";
const OPENED: Fault = ({ path, who }) =>
  path === '/v1/admin/users' && who === undefined ? { status: 200, body: [] } : undefined;

interface More {
  readonly fault?: Fault;
  readonly inputs?: Asked['inputs'];
  readonly args?: Asked['args'];
  readonly examples?: string;
}

async function check(scope: Scope, { args = [], examples = EXAMPLES, fault, inputs = {} }: More = {}): Promise<Asked> {
  const backend = await startBackend(fault);
  scope.defer('the backend', () => backend.close());
  const cwd = checkout(scope, { 'api.yaml': CLINIC, 'as.yml': AS, 'examples.yml': examples });
  return {
    cwd,
    inputs: { contract: 'api.yaml', 'base-url': backend.url.href, as: AS, examples, ...inputs },
    args: ['api.yaml', '--base-url', backend.url.href, '--as', 'as.yml', '--examples', 'examples.yml', ...args],
  };
}

export const pair: Pair = {
  command: 'contract-check',
  action: 'contract-check',
  cases: {
    'the contract is kept': { verdict: 'pass', reason: 'checks-passed', ask: (scope) => check(scope) },
    'a route is open that must not be': {
      ...{ verdict: 'fail', reason: 'checks-failed' },
      ask: (scope) => check(scope, { fault: OPENED }),
    },
    'an operation could not be called, and fewer are enough': {
      ...{ verdict: 'unknown', reason: 'checks-unknown' },
      ask: (scope) =>
        check(scope, {
          examples: '{}\n',
          ...{ inputs: { 'coverage-minimum': '0.5' }, args: ['--coverage-minimum', '0.5'] },
        }),
    },
    'what would be asked': {
      ...{ verdict: 'pass', reason: 'dry-run' },
      ask: (scope) => check(scope, { inputs: { 'dry-run': 'true' }, args: ['--dry-run'] }),
    },
    'methods that change data, on a backend that is not disposable': {
      ...{ verdict: 'fail', reason: WRONG },
      ask: (scope) => check(scope, { inputs: { methods: 'all' }, args: ['--methods', 'all'] }),
    },
  },
};
