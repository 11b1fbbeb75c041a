import { type BackupTarget, openPlace, type PlaceSettings, type PlaceTools } from '@lockstep/backup';
import { InputError, readTogether } from '@lockstep/base';
import type { AnchorPlace, TrailStore } from '@lockstep/evidence';

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

/** Throws InputError with all that is wrong. Nothing is asked yet. */
export async function openTrail({ anchorTo, store, to }: TrailSettings, tools: PlaceTools): Promise<KeptAt> {
  return readTogether({
    trail: () => openPlace({ ...store, to }, tools),
    anchors: () => openAnchors({ anchorTo, store, to }, tools),
  });
}

async function openAnchors(
  { anchorTo, store, to }: TrailSettings,
  tools: PlaceTools,
): Promise<BackupTarget | undefined> {
  if (anchorTo === '') return undefined;
  if (anchorTo === to) throw new InputError('anchor-to: the trail is there; whoever rewrites one could rewrite both');
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
