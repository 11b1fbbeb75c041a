import { describe, expect, test } from '@jest/globals';
import { clientsByBuild, thrownBack } from '../../src/traffic/index.ts';
import type { Visit } from '../../src/traffic/visit.ts';

const at = (client: number, sentAt: number, build: string): Visit => ({
  ...{ client, sentAt, answeredAt: sentAt + 5, status: 200, build },
});

describe('the arms of traffic', () => {
  test('are counted by client, each by its last answer', () => {
    const visits = [at(1, 0, 'old'), at(2, 0, 'old'), at(2, 10, 'new'), at(1, 20, 'old')];
    expect(clientsByBuild(visits)).toEqual({ old: 1, new: 1 });
    expect(clientsByBuild(visits, { until: 5 })).toEqual({ old: 2 });
  });

  test('show a client that loses the build it had', () => {
    const lost = at(2, 20, 'old');
    const visits = [at(1, 0, 'old'), at(2, 0, 'new'), at(1, 10, 'new'), lost];
    expect(thrownBack(visits, 'new')).toEqual([lost]);
    expect(thrownBack(visits, 'new', { until: 20 })).toEqual([]);
  });

  test('show nothing where the answers of one client only crossed', () => {
    expect(thrownBack([at(1, 10, 'new'), at(1, 8, 'old')], 'new')).toEqual([]);
  });
});
