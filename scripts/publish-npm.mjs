#!/usr/bin/env node
/**
 * Publishes the tarballs of a release's tag to npm. Runs in publish-npm.yml, as that workflow and without a token: hence
 * Node, npm and tar alone, nothing installed. See docs/releasing.md.
 *
 *   node scripts/publish-npm.mjs plan FOLDER       says what is to be done, and refuses what must not be
 *   node scripts/publish-npm.mjs publish FOLDER    does it, and reads it back; does nothing where it is done
 *
 * FOLDER has what scripts/pack.mjs made. Environment: GITHUB_REF_NAME (the tag), GITHUB_REPOSITORY, GITHUB_STEP_SUMMARY. The
 * registry is the one that npm is set to.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMain } from './is-main.mjs';
import { npm } from './npm.mjs';
import { readPackages, requireTree } from './npm-files.mjs';
import { PACKAGES, planNpm } from './npm-plan.mjs';
import { ask, readBack } from './npm-registry.mjs';
import { readChangelog } from './publish-plan.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const env = (name, otherwise = '') => process.env[name] || otherwise;

function say(line) {
  console.log(line);
  if (env('GITHUB_STEP_SUMMARY') !== '') appendFileSync(env('GITHUB_STEP_SUMMARY'), `${line}\n`);
}

/** @returns {never} */
function fail(why) {
  throw new Error(why);
}

/** @param {readonly string[]} words */
async function main([command, folder, ...more]) {
  if ((command !== 'plan' && command !== 'publish') || folder === undefined || more.length > 0)
    throw new Error('expected plan FOLDER or publish FOLDER');
  const packages = readPackages(folder);
  requireTree(packages.filter(({ name }) => PACKAGES.includes(name)));
  const registry = npm(['config', 'get', 'registry']);
  const published = new Map();
  for (const one of packages) published.set(one.name, await ask(registry, one));
  const plan = planNpm({
    tag: env('GITHUB_REF_NAME'),
    changelog: readChangelog(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')),
    repository: env('GITHUB_REPOSITORY'),
    npm: npm(['--version']),
    packages,
    published,
  });
  for (const step of plan) {
    const one = packages.find(({ name }) => name === step.name) ?? fail(`${step.name}: not packed`);
    const what = `${step.name}@${step.version}`;
    if (step.does === 'nothing') say(`${what}: is published already`);
    else if (command === 'plan') say(`${what}: would be published, as ${step.distTag}`);
    else {
      npm(['publish', one.tarball, '--access', 'public', '--tag', step.distTag, '--ignore-scripts']);
      say(`${what}: published, as ${step.distTag}`);
    }
    if (command === 'publish') await readBack(registry, one, step);
  }
}

if (isMain(import.meta.url)) {
  await main(process.argv.slice(2)).catch((error) => {
    console.error(`::error::${(error.stderr || error.message).trim().replaceAll('\n', '%0A')}`);
    process.exitCode = 1;
  });
}
