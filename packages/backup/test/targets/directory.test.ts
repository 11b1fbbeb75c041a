import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { Scope } from '@lockstep/proving-ground/scope';
import { directoryTarget } from '../../src/targets/directory.ts';
import { chunksOf, keysOf, targetCases } from './cases.ts';

const scope = new Scope();
afterAll(() => scope[Symbol.asyncDispose]());
const folder = () => scope.folder('lockstep-backups-');

describe('a folder', () => {
  targetCases(() => directoryTarget(folder()));

  test('what a killed process left unfinished is no object', async () => {
    const place = folder();
    const target = await directoryTarget(place);
    await target.put('daily/whole', chunksOf('x'), { signal: undefined });
    writeFileSync(join(place, 'daily', 'half.unfinished-0123456789ab'), 'half');
    expect(await keysOf(target.list('', { signal: undefined }))).toEqual(['daily/whole']);
  });

  test('a file is no folder', async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    await expect(directoryTarget(join(file, 'below'))).rejects.toThrow(InputError);
  });
});
