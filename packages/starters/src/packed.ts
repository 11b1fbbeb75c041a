import { ACTIONS, CONTROLS, DOCUMENTS, TEMPLATES, WORKFLOWS } from './files.generated.ts';
import type { Sources } from './sources.ts';

/** The starters that this package carries. */
export const packedSources: Sources = {
  templates: new Map(Object.entries(TEMPLATES)),
  workflows: new Map(Object.entries(WORKFLOWS)),
  actions: new Map(Object.entries(ACTIONS)),
  documents: new Map(Object.entries(DOCUMENTS)),
  controls: new Map(Object.entries(CONTROLS)),
};
