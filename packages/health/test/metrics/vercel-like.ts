import { expect } from '@jest/globals';
import type { Reply, Request } from '@lockstep/proving-ground/http';
import { createObservabilityQueryRequestBodyToJSON } from '@vercel/sdk/models/createobservabilityqueryop.js';
import { source } from './watch.ts';

export type Said = number | undefined | Reply;

export interface Observability {
  /** What a query is answered with: the value under its name, nothing, or a whole reply. */
  readonly say: (query: VercelQuery) => Said | Promise<Said>;
  readonly schema?: (metric: string) => Reply | undefined;
}

export interface VercelQuery {
  readonly metric: string;
  readonly aggregation: string;
  readonly filter?: string;
  readonly scope: object;
  readonly startTime: string;
  readonly endTime: string;
}

const METRICS: Readonly<Record<string, readonly string[]>> = {
  'vercel.speed_insights.lcp_ms': ['p75', 'p95', 'avg'],
  'vercel.speed_insights.count': ['sum'],
  'vercel.request.count': ['sum', 'persecond'],
};

/** As @vercel/sdk and Vercel's own command line describe it; every query is read by the SDK as well. */
export async function observability({ say, schema }: Observability) {
  const queries: VercelQuery[] = [];
  const service = await source(async (request: Request): Promise<Reply> => {
    if (request.headers.authorization !== 'Bearer a-token-of-vercel') return { status: 403, body: {} };
    if (request.path === '/v9/projects/shop')
      return { status: 200, body: { id: 'prj_1', accountId: 'team_1', name: 'shop' } };
    const [, metric] = /^\/v2\/observability\/schema\/(.+)$/.exec(request.path) ?? [];
    if (metric !== undefined) return schema?.(metric) ?? schemaOf(metric);
    if (request.method !== 'POST' || request.path !== '/v2/observability/query') return { status: 404, body: {} };
    const query = request.json() as VercelQuery;
    expect(JSON.parse(createObservabilityQueryRequestBodyToJSON(query))).toMatchObject({ metric: query.metric });
    queries.push(query);
    const said = await say(query);
    if (typeof said === 'object') return said;
    const name = `${query.metric.replaceAll('.', '_')}_${query.aggregation}`;
    return { status: 200, body: { summary: said === undefined ? [] : [{ [name]: said }], data: [], statistics: {} } };
  });
  return { service, queries };
}

function schemaOf(id: string): Reply {
  const aggregations = METRICS[id];
  if (aggregations === undefined) return { status: 404, body: { error: { code: 'not_found' } } };
  return {
    status: 200,
    body: [{ id, description: '', unit: '', aggregations, defaultAggregation: aggregations[0], dimensions: [] }],
  };
}
