import type { Reply } from '../http/http-service.ts';
import type { Call } from './call.ts';

const ok = (body: unknown): Reply => ({ status: 200, body });

/** Restore points, which take the time and the end that the project says. */
export const restorePointRoutes: Readonly<Record<string, (call: Call) => Reply>> = {
  'v1-get-restore-point': ({ now, project, query }) => {
    const name = query.get('name');
    const found = project.restorePoints.find((point) => name === null || point.name === name);
    if (found === undefined) return { status: 404, body: { message: 'Restore point not found' } };
    const { restorePointing: making } = project;
    if (found.status === 'PENDING' && making.becomes !== 'PENDING' && making.pendingReads-- <= 0) {
      found.status = making.becomes;
      if (making.becomes === 'AVAILABLE') found.completed_on = new Date(now).toISOString();
    }
    return ok(found);
  },

  'v1-create-restore-point': ({ body, now, project }) => {
    const { restorePointing: making } = project;
    if (!making.offered) return { status: 404, body: { message: 'Restore points are not available' } };
    const name = String(body['name']);
    if (project.restorePoints.some((point) => point.name === name))
      return { status: 400, body: { message: `Restore point ${name} already exists` } };
    const isMade = making.becomes === 'AVAILABLE' && making.pendingReads === 0;
    const point = isMade
      ? { name, status: 'AVAILABLE', completed_on: new Date(now).toISOString() }
      : { name, status: 'PENDING', completed_on: null };
    if (!making.lost) project.restorePoints.push(point);
    return { status: 201, body: point };
  },
};
