import { expect } from '@jest/globals';
import { sampleOf } from '../faults/matrix.ts';
import { bring } from './bring.ts';
import { consumerNames } from './consumers.ts';
import { look } from './look.ts';
import { together as test } from './sampled.ts';
import { scenarios } from './scenarios.ts';
import { useStage } from './stage.ts';

const stage = useStage();
const rows = scenarios.map((scenario) => (scenario.on ?? consumerNames).map((consumer) => ({ scenario, consumer })));
const cases = sampleOf('scenarios of consumers', rows.flat(), 3);

test.each(cases.map((one) => [one.consumer, one.scenario.name, one.scenario] as const))(
  'of the %s consumer, a release to production %s',
  async (consumer, _name, { from, before, wish, after, ends }) => {
    const team = await (from === 'nothing' ? stage.emptyTeam(consumer) : stage.liveTeam(consumer));
    await before?.(team);
    const { served, conclusion } = await bring(team, typeof wish === 'function' ? wish(team) : wish);
    await after?.(team);
    expect({ ...(await look(team.shop)), served, conclusion }).toMatchObject(ends);
  },
);
