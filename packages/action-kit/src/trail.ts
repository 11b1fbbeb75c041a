import { Readable } from 'node:stream';
import { type BackupTarget, MissingObject, openPlace, type PlaceSettings, type PlaceTools } from '@lockstep/backup';
import { InputError, readTogether } from '@lockstep/base';
import { type AnchorPlace, keyOf, numberOf, RECORDS, type TrailStore } from '@lockstep/evidence';
import { type GitHub, type LogContents, openBranchLog } from '@lockstep/github';

/** Where the audit trail and its anchors are kept, as a caller says it; `anchorTo` is '' where there are none. */
export interface TrailSettings {
  readonly to: string;
  readonly anchorTo: string;
  readonly store: Omit<PlaceSettings, 'to'>;
}

export interface KeptAt {
  readonly trail: TrailStore;
  readonly anchors: AnchorPlace | undefined;
}

export interface TrailTools extends PlaceTools {
  /** In whose repository a branch is; made only where one is named. */
  readonly github: () => GitHub;
}

/** Throws InputError with all that is wrong. Nothing is asked yet. */
export async function openTrail({ anchorTo, store, to }: TrailSettings, tools: TrailTools): Promise<KeptAt> {
  return readTogether({
    trail: () => {
      const branch = BRANCH.exec(to)?.[1];
      return branch === undefined ? openPlace({ ...store, to }, tools) : branchTrail(tools.github(), branch);
    },
    anchors: () => openAnchors({ anchorTo, store, to }, tools),
  });
}

/** `branch:lockstep-evidence` */
const BRANCH = /^branch:(.*)$/;
/** What Git takes, and a URL shows as it is. */
const BRANCH_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}(?:\/[A-Za-z0-9][A-Za-z0-9._-]{0,99})*$/;

async function openAnchors(
  { anchorTo, store, to }: TrailSettings,
  tools: PlaceTools,
): Promise<BackupTarget | undefined> {
  if (anchorTo === '') return undefined;
  if (BRANCH.test(anchorTo))
    throw new InputError(
      'anchor-to: a branch can be moved back by whoever can write to it; expected s3://BUCKET/PREFIX',
    );
  if (withoutEnd(anchorTo) === withoutEnd(to))
    throw new InputError('anchor-to: the trail is there; whoever rewrites one could rewrite both');
  if (`${withoutEnd(anchorTo)}/`.startsWith(`${withoutEnd(to)}/${RECORDS}`))
    throw new InputError(
      'anchor-to: the records of the trail are there, among which nothing else may be; name a place of its own',
    );
  try {
    return await openPlace({ ...store, to: anchorTo }, tools);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      error.problems.map((problem) => problem.replace(/^to:/, 'anchor-to:')),
      { cause: error },
    );
  }
}

function withoutEnd(place: string): string {
  return place.trim().replace(/\/+$/, '');
}

/** A trail on a branch, a record a line. Who may write to the branch may choose the times of its commits, so it has none. */
function branchTrail(github: GitHub, branch: string): TrailStore {
  if (!BRANCH_NAME.test(branch) || /\.\.|\.lock$|\.$/.test(branch))
    throw new InputError(`to: "${branch}" can be no branch; expected a name like lockstep-evidence`);
  const log = openBranchLog({ github, branch, files: FILES });
  // What was listed is read from the same commit.
  let listed: LogContents | undefined;
  const numberAt = (key: string): number => {
    const number = numberOf(key);
    if (number === undefined) throw new Error(`${key} is no key of a record`);
    return number;
  };
  const put = async (objects: readonly { readonly key: string; readonly body: Uint8Array }[]) => {
    const [first] = objects;
    if (first === undefined) return 'stored';
    const ended = await log.append(
      numberAt(first.key),
      objects.map(({ body }) => Buffer.from(body)),
    );
    return ended === 'stored' ? 'stored' : 'exists';
  };
  return {
    name: `the branch ${branch}`,
    putIfAbsent: (key, body) => put([{ key, body }]),
    putAllIfAbsent: put,
    async get(key) {
      const number = numberAt(key);
      const line = listed?.lines.get(number) ?? (await log.read()).lines.get(number);
      if (line === undefined) throw new MissingObject(key);
      return Readable.from([line]);
    },
    async *list(prefix) {
      listed = await log.read();
      const { lines, others } = listed;
      const keys = [...[...lines.keys()].map(keyOf).filter((key) => key.startsWith(prefix)), ...others];
      for (const key of keys.sort()) yield { key, modifiedMs: undefined };
    },
  };
}

/** What the branch is, for whoever finds it; and no preview of it at Vercel. */
const FILES = {
  'README.md': `# Audit trail

The audit trail of this repository, as the Lockstep action \`evidence\` keeps it: each line of the files is a record, and has
the SHA-256 of the line before it. Do not edit, rebase or delete this branch: \`lockstep evidence verify\` shows
what was changed.
`,
  'vercel.json': '{"git":{"deploymentEnabled":false}}\n',
};
