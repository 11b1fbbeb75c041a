import type { Handler } from '@lockstep/proving-ground/http';

export interface GatusResult {
  readonly at: number;
  readonly success: boolean;
}

/**
 * Answers as Gatus 5 does for one endpoint (api/endpoint_status.go): pages from the newest, each from old to new; Gatus itself is
 * the judge of it, in .ci/judges.
 */
export function gatusLike(key: string, kept: () => readonly GatusResult[]): Handler {
  return (request) => {
    const { path, query: asked } = request;
    if (path !== `/api/v1/endpoints/${key}/statuses`) return { status: 404, body: 'endpoint not found' };
    const all = kept();
    const size = Math.min(Number(asked.get('pageSize')), asked.get('page') === '1' ? all.length : Infinity);
    const end = all.length - (Number(asked.get('page')) - 1) * Number(asked.get('pageSize'));
    const page = end <= 0 ? [] : all.slice(Math.max(0, end - size), end);
    const results = page.map(({ at, success }) => ({
      ...{ status: success ? 200 : 500, duration: 4_000_000, success, timestamp: new Date(at).toISOString() },
      conditionResults: [{ condition: '[STATUS] == 200', success }],
    }));
    return { status: 200, body: { name: 'shop', group: 'core', key, results } };
  };
}
