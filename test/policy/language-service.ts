import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';

/** The service remembers documents by their address: each text needs one of its own. */
let documents = 0;

/** The actions of others that we use, with the inputs that we give them. */
const THIRD_PARTY: Readonly<Record<string, readonly string[]>> = {
  'actions/attest': [
    ...['subject-checksums', 'subject-path', 'subject-name', 'subject-digest', 'predicate-type'],
    ...['predicate', 'predicate-path'],
  ],
  'aws-actions/configure-aws-credentials': ['role-to-assume', 'aws-region'],
  'actions/checkout': ['ref', 'persist-credentials', 'fetch-depth', 'path', 'submodules', 'lfs', 'token'],
  'actions/create-github-app-token': ['client-id', 'private-key', 'permission-contents', 'permission-workflows'],
  'actions/setup-node': [
    ...['node-version', 'package-manager-cache', 'cache', 'cache-dependency-path', 'registry-url', 'scope'],
  ],
  'actions/deploy-pages': [],
  'actions/upload-pages-artifact': ['path'],
  'actions/upload-artifact': ['name', 'path', 'if-no-files-found', 'retention-days', 'overwrite'],
  'actions/download-artifact': [
    ...['name', 'path', 'pattern', 'merge-multiple', 'run-id', 'github-token', 'repository'],
  ],
};

/**
 * What GitHub's own language service says of a workflow or action file: syntax, contexts, functions, and the inputs
 * and secrets of our own actions and workflows that it calls.
 *
 * @returns one `line: message` each
 */
export async function languageFindings(root: string, path: string, text: string): Promise<string[]> {
  const document = TextDocument.create(`file:///${++documents}/${path}`, 'yaml', 1, text);
  const found = await validate(document, {
    fileProvider: {
      getFileContent: async (reference) => {
        const file =
          'repository' in reference ? ownPath(reference.owner, reference.repository, reference.path) : reference.path;
        return { name: file, content: readFileSync(join(root, file), 'utf8') };
      },
    },
    actionsMetadataProvider: {
      fetchActionMetadata: async (action) => {
        const file = join(root, action.path ?? '', 'action.yml');
        if (action.owner === 'lockstep-ci') return existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined;
        const inputs = THIRD_PARTY[`${action.owner}/${action.name}`];
        if (inputs === undefined) return undefined;
        const described = Object.fromEntries(inputs.map((input) => [input, { description: input }]));
        return { name: action.name, description: action.name, inputs: described };
      },
    },
  });
  return found.map((one) => `${one.range.start.line + 1}: ${one.message}`);
}

function ownPath(owner: string, repository: string, path: string): string {
  if (owner !== 'lockstep-ci' || repository !== 'lockstep') throw new Error(`not ours: ${owner}/${repository}`);
  return path;
}
