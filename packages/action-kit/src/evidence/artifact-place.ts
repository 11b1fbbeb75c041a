import type { ArtifactPlace } from '@lockstep/evidence/documents';
import { downloadArtifact, type GitHub, listArtifacts, readArtifactOrigin } from '@lockstep/github';

/** The artifacts of this repository's runs. Needs `actions: read`. */
export function artifactPlace(github: GitHub): ArtifactPlace {
  return {
    list: (name) => listArtifacts(github, name),
    download: (id) => downloadArtifact(github, id),
    run: (id) => readArtifactOrigin(github, id),
  };
}
