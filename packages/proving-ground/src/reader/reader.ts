import type { Faults } from '../faults/faults.ts';
import { type HttpService, type Reply, type Request, serve } from '../http/http-service.ts';
import type { Contract, Matched, Violation } from '../openapi/contract.ts';

export interface ReaderStandIn extends HttpService {
  /** Requests and answers that the service's own description does not allow, in order. */
  readonly violations: readonly Violation[];
  /** Throws, naming them, when there are violations. For the end of every test. */
  expectNoViolations(): void;
}

export interface ReaderParts {
  readonly name: string;
  readonly contract: Contract;
  readonly faults: Faults;
  /** Why the request is refused; undefined where it is let in. */
  readonly refuse: (request: Request, matched: Matched) => Reply | undefined;
  /** What is no operation of its description; undefined for what it is not about. */
  readonly beside?: (request: Request) => Reply | undefined;
  /** By operation id. The Link header of its answer, where the service names the next page there. */
  readonly links?: Readonly<Record<string, (asked: { readonly query: URLSearchParams }) => string>>;
  readonly routes: Readonly<
    Record<string, (asked: { readonly params: Matched['params']; readonly query: URLSearchParams }) => unknown>
  >;
}

/** A service that is only read, each request and answer held against its description. */
export async function startReader({
  beside,
  contract,
  faults,
  links,
  name,
  refuse,
  routes,
}: ReaderParts): Promise<ReaderStandIn> {
  const violations: Violation[] = [];
  const violation = (request: Request, kind: Violation['kind'], what: string): void => {
    violations.push({ kind, method: request.method, path: request.path, what });
  };
  const service = await serve(
    name,
    (request) => {
      const other = beside?.(request);
      if (other !== undefined) return other;
      const matched = contract.match(request.method, request.path);
      const route = matched === undefined ? undefined : routes[matched.operation];
      if (matched === undefined || route === undefined) {
        violation(request, 'unknown-route', 'no such operation');
        return { status: 404, body: { detail: 'Not found' } };
      }
      const refused = refuse(request, matched);
      if (refused !== undefined) return refused;
      const asked = { params: matched.params, query: request.query, body: undefined };
      for (const what of contract.checkRequest(matched.operation, asked).problems) violation(request, 'request', what);
      const body = route(asked);
      for (const what of contract.checkAnswer(matched.operation, 200, body)) violation(request, 'answer', what);
      const link = links?.[matched.operation]?.(asked);
      return { status: 200, body, ...(link === undefined ? {} : { headers: { link } }) };
    },
    faults,
  );
  return {
    ...service,
    violations,
    expectNoViolations: () => {
      const lines = violations.map(({ kind, method, path, what }) => `  ${kind}: ${method} ${path}: ${what}`);
      if (lines.length > 0) throw new Error(`the description of ${name} was violated:\n${lines.join('\n')}`);
    },
  };
}
