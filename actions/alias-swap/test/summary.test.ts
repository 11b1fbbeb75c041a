import { describe, expect, test } from '@jest/globals';
import type { ObservedPlace, ReadBack, SwapPlan, UndoEnd } from '@lockstep/vercel';
import { aPlan } from '../../../packages/vercel/test/states.ts';
import { type SwapNews, swapSummary, undoSummary } from '../src/summary.ts';

/** `shop.example.com` and `web.vercel.app`, from `dpl_a` to `dpl_b`. */
const plan = aPlan();
const HOSTS = ['shop.example.com', 'web.vercel.app'] as const;
const at = (name: string, now: string): ObservedPlace => ({ kind: 'name', name, now, shown: '' });
const host = (name: string, now: string): ObservedPlace => ({ kind: 'host', name, now, shown: '' });
const silent: ObservedPlace = { kind: 'host', name: HOSTS[0], now: undefined, shown: '' };
const api: ObservedPlace = { kind: 'api', name: 'Vercel', now: undefined, shown: '' };
const back = (differs: readonly ObservedPlace[], unclear: readonly ObservedPlace[] = []): ReadBack => ({
  differs,
  unclear,
  confirmed: [],
  byRecord: [],
});
const failed = (readBack: ReadBack | undefined): SwapNews => ({ kind: 'failed', causes: [], readBack });
const rolled = (share: number): SwapNews => ({
  ...{ kind: 'failed', causes: [], readBack: undefined },
  rolled: { share, stages: [{ stage: 1, percentage: 10, verdict: 'pass', message: 'every path is healthy' }] },
});
/** Sign and deployments that the first line names. */
const claimOf = (summary: string) => {
  const [first = ''] = summary.split('\n');
  return [/^### (\S+) /.exec(first)?.[1], ...(first.match(/dpl_\w/g) ?? [])];
};

describe('the first line claims no more than what was seen', () => {
  test.each<[string, SwapNews, readonly string[]]>([
    ['everything moved', { kind: 'live' }, ['✅', 'dpl_b']],
    ['refused', { kind: 'unchanged', causes: ['x'] }, ['❌', 'dpl_a']],
    ['outdated by another release', { kind: 'outdated', causes: ['x'] }, ['❌']],
    [
      'records moved, and a host serves the old build',
      failed(back([host(HOSTS[0], 'dpl_a')])),
      ['❌', 'dpl_a', 'dpl_b'],
    ],
    ['nothing moved', failed(back(HOSTS.map((one) => at(one, 'dpl_a')))), ['❌', 'dpl_a']],
    ['one name stayed', failed(back([at(HOSTS[0], 'dpl_a')])), ['❌', 'dpl_a', 'dpl_b']],
    ['another release came over all', failed(back(HOSTS.map((one) => at(one, 'dpl_z')))), ['❌', 'dpl_z']],
    ['another release came over one', failed(back([at(HOSTS[1], 'dpl_z')])), ['❌', 'dpl_b', 'dpl_z']],
    ['a host that says nothing', failed(back([at(HOSTS[0], 'dpl_a')], [silent])), ['⚠️']],
    ['Vercel could not be read', failed(back([], [api])), ['⚠️']],
    ['nothing was read at all', failed(undefined), ['⚠️', 'dpl_b', 'dpl_a']],
    ['stopped at a stage', rolled(50), ['⚠️', 'dpl_b', 'dpl_a']],
    ['ended before any user got it', rolled(0), ['❌', 'dpl_a']],
    ['unconfirmed', { kind: 'uncertain', causes: [], readBack: back([], [silent]) }, ['⚠️', 'dpl_b', 'dpl_a']],
  ])('%s', (_name, news, claim) => {
    expect(claimOf(swapSummary(plan, news))).toEqual(claim);
  });

  test('each stage of a rolling release has its row, and places only once all users have it', () => {
    const stopped = swapSummary(plan, rolled(50));
    expect(stopped).toContain('| ✅ 1 | 10 % | every path is healthy |');
    expect(stopped).not.toContain('shop.example.com');
  });

  test('a name that strayed from what was live already', () => {
    const strayed: SwapPlan = { ...plan, from: 'dpl_b' };
    expect(claimOf(swapSummary(strayed, failed(back([at(HOSTS[0], 'dpl_a')]))))).toEqual(['❌', 'dpl_b']);
  });

  const end: UndoEnd = {
    ...{ verdict: 'pass', reason: 'swap-undone', message: '', cause: '', traffic: 'restored' },
    ...{ moved: true, cronsPending: false, differs: [], autoAssign: 'unchanged' },
  };
  test.each<[string, Partial<UndoEnd>, readonly string[]]>([
    ['undone', {}, ['↩️', 'dpl_a']],
    ['nothing to undo', { reason: 'nothing-to-undo', moved: false }, ['✅', 'dpl_a']],
    ['not restored', { verdict: 'fail', traffic: 'reached' }, ['❌', 'dpl_b']],
    ['another release', { verdict: 'fail', traffic: 'unconfirmed' }, ['❌']],
    ['unconfirmed', { verdict: 'unknown', traffic: 'unconfirmed' }, ['⚠️']],
    ['cron jobs behind', { verdict: 'unknown', traffic: 'unconfirmed', cronsPending: true }, ['⚠️', 'dpl_a']],
  ])('of an undo: %s', (_name, more, claim) => {
    expect(claimOf(undoSummary(plan, { ...end, ...more }))).toEqual(claim);
  });
});

describe('the table', () => {
  const rowsOf = (summary: string) => summary.split('\n').filter((line) => /^\| [`pc]/.test(line));

  test('has no place as moved that was not seen so', () => {
    expect(rowsOf(swapSummary(plan, failed(back([at(HOSTS[0], 'dpl_a')])))).map((row) => row.includes('✅'))).toEqual(
      expect.arrayContaining([false, true]),
    );
    const blind = swapSummary(plan, failed(back([], [api])));
    expect(rowsOf(blind).length).toBeGreaterThan(1);
    expect(blind).not.toContain('✅');
    expect(swapSummary(plan, failed(undefined))).not.toContain('✅');
  });

  test('counts where there are many, and loses none', () => {
    const hosts = Array.from({ length: 500 }, (_, nth) => ({ host: `t${nth}.example`, from: 'dpl_a', to: 'dpl_b' }));
    const rows = rowsOf(swapSummary({ ...plan, hosts }, failed(back([at('t7.example', 'dpl_a')]))));
    expect(rows.length).toBeLessThan(6);
    expect(rows.join('\n')).toContain('`t7.example`');
    const named = rows.flatMap((row) => row.match(/`|and (\d+) more/g) ?? []);
    const counted = rows.reduce((sum, row) => sum + Number(/and (\d+) more/.exec(row)?.[1] ?? 0), 0);
    expect(named.filter((one) => one === '`').length / 2 + counted).toBeGreaterThanOrEqual(500);
  });
});
