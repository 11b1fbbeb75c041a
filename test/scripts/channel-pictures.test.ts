import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { digestsOf, payloads } from '../../scripts/channel-payloads.mjs';

const FOLDER = fileURLToPath(new URL('../../actions/notify/pictures/', import.meta.url));

test("the pictures of notify's README are of what each channel sends now", async () => {
  const drawnFrom = JSON.parse(readFileSync(`${FOLDER}drawn-from.json`, 'utf8'));
  // Where one differs: node scripts/channel-pictures.mjs, and look at what changed.
  expect(digestsOf(await payloads())).toEqual(drawnFrom);
  const drawn = readdirSync(FOLDER).filter((name) => name.endsWith('.png'));
  expect(drawn.map((name) => name.slice(0, -'.png'.length)).sort()).toEqual(Object.keys(drawnFrom));
  const readme = readFileSync(`${FOLDER}../README.md`, 'utf8');
  expect(drawn.filter((name) => !readme.includes(`src="pictures/${name}"`))).toEqual([]);
});
