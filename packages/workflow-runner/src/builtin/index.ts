import { downloadArtifact, uploadArtifact } from './artifacts.ts';
import type { BuiltinAction } from './builtin-action.ts';
import { checkout } from './checkout.ts';
import { setupNode } from './setup-node.ts';

/** The stand-ins that are there unless a caller maps something else to their names. */
export const builtinActions: Readonly<Record<string, BuiltinAction>> = {
  'actions/checkout': checkout,
  'actions/setup-node': setupNode,
  'actions/upload-artifact': uploadArtifact,
  'actions/download-artifact': downloadArtifact,
};
