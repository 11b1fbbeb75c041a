import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError } from '@lockstep/base';
import { ownVersion } from '../version.ts';

const PACKAGE = '@lockstep-ci/rehearse';

/** What a rehearsal is run by. */
export interface Found {
  readonly folder: string;
  readonly module: typeof import('@lockstep-ci/rehearse');
}

/** The package in the project, else next to this command, as npx has it. Throws InputError where it is not there. */
export async function findRehearse(project: string): Promise<Found> {
  const places = [join(project, 'package.json'), fileURLToPath(import.meta.url)];
  const manifest = places.map((place) => resolved(place)).find((path) => path !== undefined);
  const own = ownVersion();
  if (manifest === undefined)
    throw new InputError(
      `a rehearsal needs the package ${PACKAGE}: run npm install --save-dev --save-exact ${PACKAGE}@${own}, or start it with npx --package @lockstep-ci/cli@${own} --package ${PACKAGE}@${own} lockstep rehearse`,
    );
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly version: string };
  if (version !== own)
    throw new InputError(
      `${PACKAGE} is version ${version} in ${dirname(manifest)}, and lockstep is ${own}: install the same of both`,
    );
  const { load } = createRequire(manifest)(PACKAGE) as { readonly load: () => Promise<Found['module']> };
  return { folder: dirname(manifest), module: await load() };
}

function resolved(from: string): string | undefined {
  try {
    return createRequire(from).resolve(`${PACKAGE}/package.json`);
  } catch {
    return undefined;
  }
}
