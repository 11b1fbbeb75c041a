import { describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { channelTypes, type ReleaseState } from '../src/index.ts';
import { parseTargets, wants } from '../src/targets.ts';
import { message, surroundings } from './samples.ts';

const parse = (yaml: string) => parseTargets(yaml, channelTypes, surroundings);
const problems = (yaml: string): readonly string[] => {
  try {
    parse(yaml);
    return [];
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
};

test('targets of every kind are read, and named after their place unless they have a name', () => {
  const targets = parse(`
- type: slack
  token: xoxb-1234
  channel: C0REL
- type: slack-webhook
  name: alerts
  url: https://hooks.slack.com/services/T/B/x
- type: email
  smtp: smtps://me:pw@mail.example:465
  from: ci@example.com
  to: [ops@example.com]
- type: webhook
  url: https://example.com/hook
  secret: whsec_${Buffer.alloc(32, 7).toString('base64')}
- type: github-issue
  token: ghs_x
`);
  expect(targets.map(({ name }) => name)).toEqual([
    'slack C0REL',
    'alerts',
    'email ops@example.com',
    'webhook example.com',
    'github-issue acme/shop',
  ]);
});

test('everything wrong in it is told at once, without a value', () => {
  const told = problems(`
- type: slack
  token:
  channel: C0REL
  colour: red
- type: pigeon
- type: email
  smtp: https://me:hunter2secret@mail.example
  from: ci@example.com
  on: [relased]
  min-severity: loud
`);
  expect(told).toEqual([
    'input "targets", number 1: "token": the secret is empty; an unset secret arrives as an empty text',
    expect.stringMatching(/number 1: "colour": no such field; known are broadcast, channel, /),
    'input "targets", number 2: "type": expected one of slack, slack-webhook, teams, discord, email, webhook, github-issue, pagerduty, sentry, heartbeat, otlp, grafana',
    expect.stringMatching(/number 3: "on": expected states out of waiting, started, /),
    'input "targets", number 3: "min-severity": expected one of info, warning, error',
    'input "targets", number 3: "smtp": expected a URL that starts with smtps:// or smtp://',
    'input "targets", number 3: "to": required, expected a list of texts',
  ]);
  expect(told.join()).not.toContain('hunter2secret');
});

test.each(['7?hunter2secret', '7/hunter2secret', '7#hunter2secret'])(
  'a password of mail that is torn: %s',
  (password) => {
    const mail = `- { type: email, smtp: "smtps://me:${password}@mail.example", from: a@example.com, to: [b@example.com] }`;
    expect(problems(mail)).toEqual([
      expect.stringMatching(/^input "targets", number 1: "smtp".*: expected .*percent-encoded$/),
    ]);
  },
);

test.each([
  ['a broken line', '- type: slack\n  token: [xoxb-secret-value', 'line 2'],
  ['the same key twice', '- type: slack\n  type: email', 'line 2'],
  ['a secret that is an alias to it', '- type: slack\n  token: *xoxb-secret-value', 'line 2'],
  ['a secret that is a tag to it', '- type: slack\n  token: !xoxb-secret-value', 'line 2'],
  ['a secret that is a tag of a kind to it', '- type: slack\n  token: !xoxb-secret-value!x y', 'line 2'],
  ['a secret that begins like a reserved one', '- type: slack\n  token: @xoxb-secret-value', 'line 2'],
  ['a second document', '- type: slack\n---\n- type: email', 'single document'],
])('YAML with %s is refused with its place and without its text', (_what, yaml, place) => {
  expect(problems(yaml).join()).toContain(place);
  expect(problems(yaml).join()).not.toContain('xoxb-secret-value');
});

test.each([
  ['nothing', ''],
  ['a map', 'type: slack'],
  ['an empty list', '[]'],
])('%s is not a list of targets', (_what, yaml) => {
  expect(problems(yaml)).toHaveLength(1);
});

test('two targets in one place need different names', () => {
  const one = '- type: slack\n  token: xoxb-1234\n  channel: C0REL\n';
  expect(problems(one + one)).toEqual([
    'input "targets": two targets have the name "slack C0REL"; give each a different "name"',
  ]);
  expect(problems(`${one}${one}  name: second\n`)).toEqual([]);
});

test.each([
  ['too short', 'whsec_c2hvcnQ='],
  ['not base64 of enough bytes', 'hunter2'],
])('a signing secret that is %s is refused', (_what, secret) => {
  expect(problems(`- type: webhook\n  url: https://example.com\n  secret: ${secret}`)).toEqual([
    expect.stringContaining('openssl rand -base64 32'),
  ]);
});

describe('a filter', () => {
  const states: readonly ReleaseState[] = ['started', 'released', 'rolled-back', 'held', 'unknown'];
  test.each([
    ['nothing set', {}, states],
    ['states', { states: ['released', 'held'] }, ['released', 'held']],
    ['warnings and worse', { atLeast: 'warning' as const }, ['rolled-back', 'held', 'unknown']],
    ['errors alone', { atLeast: 'error' as const }, ['held', 'unknown']],
    ['this environment', { environments: ['production'] }, states],
    ['another environment', { environments: ['staging'] }, []],
  ])('by %s', (_what, given, heard) => {
    const filter = { states: [], atLeast: 'info' as const, environments: [], tasks: 'all' as const, ...given };
    expect(states.filter((state) => wants(filter, { ...message, state }))).toEqual(heard);
  });
});

test.each([
  ['teams', 'url: "http://prod-1.logic.azure.com/workflows/1"', 'url'],
  ['discord', 'url: "https://discord.com/channels/1/2"', 'url'],
  ['discord', 'url: "http://discord.com/api/webhooks/1/secret"', 'url'],
  ['heartbeat', 'url: "https://hc-ping.com/uuid/start"', 'url'],
  ['otlp', 'endpoint: "https://otlp.example/v1/traces"', 'endpoint'],
  ['grafana', 'url: "https://grafana.example/api/annotations", token: glsa_1', 'url'],
  ['pagerduty', 'routing-key: abc', 'routing-key'],
  ['pagerduty', `routing-key: ${'k'.repeat(32)}, api-url: "https://events.pagerduty.com/v2/enqueue"`, 'api-url'],
  ['pagerduty', `routing-key: ${'k'.repeat(32)}, api-url: "https://api.eu.pagerduty.com"`, 'api-url'],
  ['sentry', 'token: t, organization: o, projects: [p], api-url: "https://sentry.io/api/0"', 'api-url'],
  ['sentry', 'token: "https://a@o1.ingest.sentry.io/2", organization: o, projects: [p]', 'token'],
  ['sentry', 'token: t, organization: o, projects: [p], repository: "https://github.com/a/b"', 'repository'],
])('%s: an address or a key of another kind is refused before it loses a message: %s', (type, fields, name) => {
  expect(problems(`- { type: ${type}, ${fields} }`)).toEqual([expect.stringContaining(`"${name}": `)]);
});

test.each([
  ['teams', 'url: "https://prod-1.logic.azure.com/workflows/1?sig=x"'],
  ['discord', 'url: "https://discord.com/api/webhooks/1/secret?thread_id=3"'],
  ['heartbeat', 'url: "https://hc-ping.com/uuid"'],
  ['otlp', 'endpoint: "https://otlp.example/base"'],
  ['grafana', 'url: "https://acme.example/grafana", token: glsa_1'],
  ['pagerduty', `routing-key: ${'k'.repeat(32)}, api-url: "https://events.eu.pagerduty.com"`],
  ['sentry', 'token: t, organization: o, projects: [p], api-url: "https://de.sentry.io", repository: a/b'],
])('%s: what its manual says is taken: %s', (type, fields) => {
  expect(problems(`- { type: ${type}, ${fields} }`)).toEqual([]);
});

test('a field that is almost right is named as it is called', () => {
  const fields = 'routing_key: x, Changes: true, "on": [released]';
  expect(problems(`- { type: pagerduty, ${fields} }`)).toEqual([
    expect.stringContaining('"routing-key": the secret is empty'),
    expect.stringMatching(/"routing_key".*: no such field; it is called "routing-key"$/),
    expect.stringMatching(/"Changes".*: no such field; it is called "changes"$/),
  ]);
});
