import type { ActionManifest } from '../parse/manifest.ts';
import type { ActionReference } from '../parse/sources.ts';

/** An action of a repository or of the workspace, with its action.yml read. */
export interface LoadedAction {
  readonly reference: ActionReference & { kind: 'workspace' | 'repository' };
  readonly manifest: ActionManifest;
}
