import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { InputError } from '@lockstep/base';
import { folderOf, readWantedFunctions } from '../src/index.ts';
import { FunctionsRepository } from './functions-repository.ts';

const REF = 'abcdefghijklmnopqrst';
let repository: FunctionsRepository;
beforeEach(() => {
  repository = FunctionsRepository.withTwo();
});
afterEach(() => repository.remove());

describe('what the repository wants', () => {
  const wanted = async () =>
    await readWantedFunctions(folderOf(repository.root), { directory: './supabase/functions/', ref: REF });

  test('one function a folder, without what is switched off, and the settings of the project first', async () => {
    repository.file('supabase/functions/.hidden/index.ts', '');
    repository.file('supabase/functions/off/index.ts', '');
    repository.file(
      'supabase/config.toml',
      `[functions.off]\nenabled = false\n[functions.mail]\nverify_jwt = true\n[remotes.live]\nproject_id = "${REF}"\n[remotes.live.functions.mail]\nverify_jwt = false\n[functions.elsewhere]\nentrypoint = "./other/e.ts"\n`,
    );
    repository.file('supabase/other/e.ts', '');
    expect((await wanted()).map(({ madeOf, name, verifyJwt }) => [name, verifyJwt, madeOf])).toEqual([
      ['elsewhere', true, ['supabase/other/e.ts']],
      ['mail', false, ['supabase/functions/_shared/cors.ts', 'supabase/functions/mail']],
      ['stripe', true, ['supabase/functions/stripe']],
    ]);
  });

  test('a link out of the repository is not followed, nor a path', async () => {
    symlinkSync('/etc', join(repository.root, 'supabase/functions/mail/etc'));
    repository.file(
      'supabase/functions/mail/index.ts',
      "import '../../../../../../etc/passwd'; import './etc/passwd';\n",
    );
    expect((await wanted()).find(({ name }) => name === 'mail')?.madeOf).toEqual(['supabase/functions/mail']);
  });

  test('a configuration that cannot be read is an error', async () => {
    repository.file('supabase/config.toml', '[functions.mail\n');
    await expect(wanted()).rejects.toThrow(InputError);
  });
});
