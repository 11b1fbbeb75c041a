import { type Change, compareSnapshots, partsLeftOut, partsNotCompared } from './compare.ts';
import { githubSteps } from './restore-github.ts';
import { supabaseSteps } from './restore-supabase.ts';
import { vercelSteps } from './restore-vercel.ts';
import type { Snapshot } from './snapshot.ts';
import type { RestorePlace, RestoreStep, Wanted } from './step.ts';

/**
 * What has to be done, in this order, so that everything is set again as in a snapshot. What no API sets, or what would
 * need a secret, is a setting for a person. Nothing is deleted: what is there besides is listed for a person to decide.
 */
export function planRestore(wanted: Snapshot, now: Snapshot, place: RestorePlace): readonly RestoreStep[] {
  const changes = compareSnapshots(now, wanted);
  const of = (service: string, plan: (wanted: Wanted) => readonly RestoreStep[]): readonly RestoreStep[] => {
    const parts = wanted.services[service];
    const own = changes.filter(({ path }) => path.startsWith(`${service}.`));
    if (parts === undefined || own.length === 0) return [];
    const steps = plan({ changes: own, parts, place });
    const done = steps.flatMap(({ paths }) => paths);
    const left = own.filter(({ path }) => !done.some((one) => path === one || isBelow(path, one)));
    return [...steps, ...left.map(manual)];
  };
  return [
    // Data first, then what guards the repository, then what serves.
    ...of('supabase', supabaseSteps),
    ...of('github', githubSteps),
    ...of('vercel', vercelSteps),
    ...of('stripe', () => []),
    ...of('sentry', () => []),
  ];
}

export function isBelow(path: string, above: string): boolean {
  return path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}

function manual({ after, path }: Change): RestoreStep {
  const service = path.slice(0, path.indexOf('.'));
  return {
    service,
    what: path,
    how: {
      kind: 'manual',
      setting:
        after === undefined
          ? `Decide whether ${path} stays: the snapshot does not have it.`
          : `Set ${path} to ${JSON.stringify(after)}.`,
    },
    paths: [path],
  };
}

const TOKENS: Readonly<Record<string, { readonly url: string; readonly token: string }>> = {
  vercel: { url: 'https://api.vercel.com', token: 'VERCEL_TOKEN' },
  supabase: { url: 'https://api.supabase.com', token: 'SUPABASE_ACCESS_TOKEN' },
  github: { url: 'https://api.github.com', token: 'GITHUB_TOKEN' },
};

/** Parts of the snapshot that could not be read now: whether they have to be restored is not known. */
export function partsNotPlanned(wanted: Snapshot, now: Snapshot): readonly string[] {
  const leftOut = partsLeftOut(wanted, now);
  return partsNotCompared(wanted, now).filter((part) => !leftOut.includes(part));
}

/** The plan as a document with commands to run one after the other. */
export function restoreText(steps: readonly RestoreStep[], notPlanned: readonly string[]): string {
  const unknown = notPlanned.map((part) => `# Not planned, since it could not be read: ${part}\n`).join('');
  if (steps.length === 0 && notPlanned.length === 0) return '# Everything is set as in the snapshot: nothing to do.\n';
  const all = steps.map((step, at) => `# ${at + 1}. ${step.service}: ${step.what}\n${commandOf(step)}\n`);
  return [unknown, ...all].filter((text) => text !== '').join('\n');
}

function commandOf({ how, service }: RestoreStep): string {
  if (how.kind === 'manual') return `# By hand: ${how.setting}`;
  const { token, url } = TOKENS[service] ?? { url: '', token: 'TOKEN' };
  const query = new URLSearchParams(how.query).toString();
  const address = `${url}${how.path}${query === '' ? '' : `?${query}`}`;
  const body =
    how.body === undefined
      ? ''
      : ` \\\n  -H 'content-type: application/json' \\\n  -d ${quoted(JSON.stringify(how.body), how.values)}`;
  return `curl --fail-with-body -X ${how.method} '${address}' \\\n  -H "authorization: Bearer $${token}"${body}`;
}

/** In single quotes for a shell, with each value that a person gives taken from its variable. */
function quoted(text: string, values: readonly string[]): string {
  const literal = `'${text.replaceAll("'", `'\\''`)}'`;
  return values.reduce((all, name) => all.replaceAll(`$${name}`, `'"$${name}"'`), literal);
}
