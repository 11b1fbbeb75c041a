import {
  duration,
  flag,
  integer,
  jobStatus,
  oneOf,
  type Shape,
  secret,
  text,
  type Values,
} from '@lockstep/action-shell';

export const inputs = {
  command: oneOf(['up', 'down', 'plan', 'status'], 'up'),
  'database-url': secret({ required: true }),
  directory: text('supabase/migrations'),
  'down-directory': text('supabase/rollbacks'),
  layout: oneOf(['auto', 'supabase', 'pairs', 'sections'], 'auto'),
  to: text(undefined, { pattern: /^\d+$/, expected: 'a version: digits' }),
  steps: integer(undefined, { min: 1 }),
  phase: oneOf(['auto', 'expand', 'contract', 'all'], 'auto'),
  'lock-timeout': duration('200ms'),
  'lock-retry-for': duration('60s'),
  'runner-lock-wait': duration('60s'),
  'statement-timeout': duration('15m'),
  'on-failure': oneOf(['auto', 'undo', 'keep'], 'auto'),
  'on-data-loss': oneOf(['auto', 'fail', 'keep', 'allow'], 'auto'),
  'drain-time': duration('30s'),
  'allow-out-of-order': flag(false),
  'expect-plan': text(undefined, { pattern: /^[0-9a-f]{64}$/, expected: 'the output plan-digest of an earlier plan' }),
  'release-id': text(),
  'dry-run': flag(false),
  'job-status': jobStatus(),
} satisfies Shape;

export type Inputs = Values<typeof inputs>;

/** Problems between inputs. */
export function problemsOf(values: Inputs): string[] {
  const problems: string[] = [];
  const { command } = values;
  if (values.to !== '' && values.steps !== undefined) problems.push('inputs "to" and "steps": give one of them');
  if (command === 'status' && (values.to !== '' || values.steps !== undefined)) {
    problems.push('inputs "to" and "steps": command status looks at everything; leave them empty');
  }
  if (values['expect-plan'] !== '' && command !== 'up')
    problems.push('input "expect-plan": only command up is held to a plan');
  if (values['lock-timeout'] === 0) {
    problems.push('input "lock-timeout": 0 would let a blocked statement stall the app without end; give a time');
  }
  return problems;
}
