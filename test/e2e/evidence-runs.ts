import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Shop } from '@lockstep/proving-ground/ground';
import { type BuiltinAction, type BuiltinContext, builtinActions } from '@lockstep/workflow-runner';
import { installStarters, runWorkflowOf } from './team.ts';

const workflow = '.github/workflows/lockstep-evidence.yml';

/** The layout of https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
export interface Statement {
  readonly _type: string;
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
  readonly predicateType: string;
  readonly predicate: object;
}

/** What people can have of the runs of a shop's evidence. */
export interface Kept {
  /** By its name, each file of an artifact, with its text. */
  readonly artifacts: Map<string, ReadonlyMap<string, string>>;
  readonly statements: Statement[];
  /** Of each, a line as `gh attestation download` writes it. */
  readonly bundles: string[];
  /** What Pages was given, each time. */
  readonly published: ReadonlyMap<string, string>[];
}

export const nothingKept = (): Kept => ({ artifacts: new Map(), statements: [], bundles: [], published: [] });

/** Installs the starter for this shop. */
export function installEvidence(
  shop: Shop,
  inputs: Readonly<Record<string, string>> = {},
  files: Readonly<Record<string, string>> = {},
): void {
  const { environment, service } = shop;
  installStarters(shop, ['evidence'], { inputs: { environment, service, ...inputs } });
  for (const [path, text] of Object.entries(files)) {
    const file = join(shop.consumer.root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Runs the starter as its schedule does. */
export async function monthly(shop: Shop, kept = nothingKept(), vars: Readonly<Record<string, string>> = {}) {
  const run = await runWorkflowOf(shop, {
    ...{ sha: shop.consumer.commit('Evidence'), workflow, secrets: {}, vars },
    actions: {
      'aws-actions/configure-aws-credentials': async () => {},
      'actions/attest': attest(kept),
      'actions/upload-pages-artifact': async ({ input, workspace }) => {
        kept.published.push(filesOf(resolve(workspace, input('path') ?? '')));
      },
      'actions/deploy-pages': async ({ setOutput }) => setOutput('page_url', 'https://acme.github.io/shop/'),
      'actions/upload-artifact': async (context) => {
        kept.artifacts.set(context.input('name') ?? '', filesOf(context.input('path') ?? ''));
        await builtinActions['actions/upload-artifact']?.(context);
      },
    },
  });
  return { run, issues: shop.consumer.github.state.issues.map(({ state }) => state) };
}

function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/**
 * actions/attest 4, up to its signature: it holds the inputs to what its action.yml says of them, and makes the statement that it
 * would have signed. Who signs is for Sigstore, and there is none here.
 */
function attest({ bundles, statements }: Kept): BuiltinAction {
  return async (context) => {
    const statement: Statement = {
      _type: 'https://in-toto.io/Statement/v1',
      subject: [subjectOf(context)],
      predicateType: new URL(context.input('predicate-type') ?? '').href,
      predicate: predicateOf(context),
    };
    statements.push(statement);
    const payload = Buffer.from(JSON.stringify(statement)).toString('base64');
    const dsseEnvelope = { payload, payloadType: 'application/vnd.in-toto+json', signatures: [] };
    bundles.push(JSON.stringify({ mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json', dsseEnvelope }));
  };
}

function oneOf(context: BuiltinContext, names: readonly string[]): string {
  const given = names.filter((name) => (context.input(name) ?? '') !== '');
  if (given.length !== 1) throw new Error(`attest needs exactly one of ${names.join(', ')}, got ${given.join(', ')}`);
  return given[0] ?? '';
}

function subjectOf(context: BuiltinContext): Statement['subject'][number] {
  const by = oneOf(context, ['subject-path', 'subject-digest', 'subject-checksums']);
  const value = context.input(by) ?? '';
  if (by === 'subject-path') {
    const sha256 = createHash('sha256').update(readFileSync(value)).digest('hex');
    return { name: basename(value), digest: { sha256 } };
  }
  const name = context.input('subject-name') ?? '';
  const sha256 = /^sha256:([0-9a-f]{64})$/.exec(value)?.[1];
  if (name === '' || sha256 === undefined) throw new Error(`attest: no subject-name, or ${value} is no digest`);
  return { name, digest: { sha256 } };
}

function predicateOf(context: BuiltinContext): object {
  const by = oneOf(context, ['predicate-path', 'predicate']);
  const value = context.input(by) ?? '';
  const predicate = JSON.parse(by === 'predicate' ? value : readFileSync(value, 'utf8')) as unknown;
  if (typeof predicate !== 'object' || predicate === null) throw new Error('attest: the predicate is no object');
  return predicate;
}
