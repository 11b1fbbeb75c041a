import { basename } from 'node:path';
import { startPostgres, supabaseRoles } from '@lockstep/proving-ground/postgres';
import { DURABLE, Lab, racers } from '../bench/migrations/lab.mjs';
import { median } from '../bench/migrations/measure.mjs';

/**
 * The times of the tools that are installed, in seconds, for the files that psql took: median and least of the rounds.
 * They take turns, so that what else the machine does strikes all. One that refuses the files has its words there.
 * `roundTripMs`: how far away the database is.
 */
export async function startRace(scope, { version, rounds, roundTripMs }) {
  const lab = new Lab(scope, await startPostgres(scope, { version, seed: supabaseRoles, settings: DURABLE }));
  return async (migrations) => {
    const files = migrations.map(({ file, up }) => [
      basename(file),
      up.source.read(0, up.source.size).toString('utf8'),
    ]);
    const times = new Map(racers().map((tool) => [tool, []]));
    const refused = new Map();
    for (let round = 0; round < rounds; round++) {
      for (const [tool, all] of times) {
        if (refused.has(tool)) continue;
        try {
          all.push((await lab.run(tool, files, roundTripMs)).ms / 1_000);
        } catch (error) {
          refused.set(tool, error.message.replaceAll(/\s+/g, ' ').slice(-120));
        }
      }
    }
    const ours = times.get('ours') ?? [];
    return [...times].map(([tool, all]) => {
      if (refused.has(tool)) return `refuses: ${refused.get(tool)}`;
      const own = `${median(all).toFixed(2)} s (${Math.min(...all).toFixed(2)})`;
      return tool === 'ours' || refused.has('ours') ? own : `${own}, ${(median(ours) / median(all)).toFixed(2)} ×`;
    });
  };
}

export const raceHead = () => racers().map((tool) => (tool === 'ours' ? 'ours' : `${tool}, ours is × of it`));
