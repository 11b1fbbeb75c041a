import { deployment } from '../app.ts';
import { ago, type Case, html, json, loginPage } from './case.ts';

/** The formats other than the health contract. */
export const formatsCases: readonly Case[] = [
  {
    what: 'ready',
    answers: json(200, { status: 'ready', checks: [{ component: 'db', ready: true, message: 'x' }] }),
    is: 'ok',
  },
  {
    what: 'not ready',
    answers: json(503, { status: 'not ready', checks: [{ component: 'db', ready: false, message: 'x' }] }),
    is: 'unhealthy',
  },
  { what: 'a readiness error', answers: json(503, { status: 'error', checks: [] }), is: 'unhealthy' },
  {
    what: 'ready with a component that is not',
    answers: json(200, { status: 'ready', checks: [{ component: 'db', ready: false }] }),
    is: 'contract-violation',
    rule: 'healthy-with-failing-check',
  },
  {
    what: 'ready with a component that does not say',
    answers: json(200, { status: 'ready', checks: [{ component: 'db' }] }),
    is: 'contract-violation',
    rule: 'unclear-check',
  },
  {
    what: 'ready without checks',
    answers: json(200, { status: 'ready' }),
    is: 'contract-violation',
    rule: 'missing-checks',
  },
  {
    what: 'alive',
    answers: () => ({ status: 200, body: { status: 'alive', timestamp: ago(0), pid: 7, uptime: 3.2 } }),
    is: 'ok',
  },
  {
    what: 'alive without a timestamp',
    answers: json(200, { status: 'alive', pid: 7 }),
    is: 'contract-violation',
    rule: 'missing-timestamp',
  },
  {
    what: 'alive by another word',
    answers: json(200, { status: 'up', timestamp: '2026-01-01T00:00:00Z' }),
    asked: { format: 'live', maxAgeMs: 1e15 },
    is: 'contract-violation',
    rule: 'unknown-status-word',
  },
  {
    what: 'health+json that passes',
    answers: json(200, { status: 'pass', checks: { 'db:latency': [{ status: 'pass', observedValue: 5 }] } }),
    is: 'ok',
  },
  {
    what: 'health+json by its content type, with an alias',
    answers: () => ({ status: 200, headers: { 'content-type': 'application/health+json' }, body: { status: 'up' } }),
    is: 'ok',
  },
  {
    what: 'health+json that warns',
    answers: json(200, { status: 'warn', checks: { 'db:latency': [{ status: 'warn' }] } }),
    is: 'degraded',
  },
  {
    what: 'health+json that fails with 500',
    answers: json(500, { status: 'fail', checks: { 'db:latency': [{ status: 'fail' }] } }),
    is: 'unhealthy',
  },
  {
    what: 'health+json that fails with 200',
    answers: json(200, { status: 'fail', checks: { 'db:latency': [{ status: 'fail' }] } }),
    is: 'contract-violation',
    rule: 'unhealthy-with-success-status',
  },
  {
    what: 'health+json of another release',
    answers: json(200, { status: 'pass', releaseId: 'dpl_other', checks: { 'db:latency': [{ status: 'pass' }] } }),
    asked: { identity: { deployment, commit: undefined } },
    is: 'wrong-identity',
  },
  {
    what: 'Spring Actuator UP',
    answers: json(200, { status: 'UP', components: { db: { status: 'UP' } } }),
    is: 'ok',
  },
  { what: 'Spring Actuator UNKNOWN', answers: json(200, { status: 'UNKNOWN' }), is: 'degraded' },
  {
    what: 'Spring Actuator DOWN',
    answers: json(503, { status: 'DOWN', components: { db: { status: 'DOWN' } } }),
    is: 'unhealthy',
  },
  { what: 'Spring Actuator OUT_OF_SERVICE', answers: json(503, { status: 'OUT_OF_SERVICE' }), is: 'unhealthy' },
  {
    what: 'Terminus ok',
    answers: json(200, { status: 'ok', info: {}, error: {}, details: { db: { status: 'up' } } }),
    is: 'ok',
  },
  {
    what: 'Terminus error',
    answers: json(503, { status: 'error', info: {}, error: {}, details: { db: { status: 'down' } } }),
    is: 'unhealthy',
  },
  {
    what: 'Supabase with every service healthy',
    answers: json(200, [
      { name: 'auth', status: 'ACTIVE_HEALTHY' },
      { name: 'db', status: 'ACTIVE_HEALTHY' },
    ]),
    is: 'ok',
  },
  { what: 'Supabase coming up', answers: json(200, [{ name: 'db', status: 'COMING_UP' }]), is: 'degraded' },
  {
    what: 'Supabase with an unhealthy service',
    answers: json(200, [
      { name: 'auth', status: 'ACTIVE_HEALTHY' },
      { name: 'db', status: 'UNHEALTHY' },
    ]),
    asked: { format: 'supabase' },
    is: 'unhealthy',
  },
  {
    what: 'Supabase without any service',
    answers: json(200, []),
    asked: { format: 'supabase' },
    is: 'contract-violation',
    rule: 'missing-checks',
  },
  { what: 'a plain page', answers: html(200, loginPage), asked: { format: 'plain' }, is: 'ok' },
  {
    what: 'a plain 404',
    answers: html(404, 'x'),
    asked: { format: 'plain' },
    is: 'contract-violation',
    rule: 'healthy-with-error-status',
  },
];
