import {
  askService,
  defaultRetry,
  parseRetryAfter,
  RemoteError,
  retry,
  type ServiceAccess,
  type ServiceAnswer,
  serviceUrl,
} from '@lockstep/base';

export interface JsonApiOptions extends ServiceAccess {
  /** `Stripe`, for messages. */
  readonly service: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A service that is only ever read: there is no way to change anything with this. */
export interface JsonApi {
  /** The JSON of a GET. Throws RemoteError when its retries are used up. */
  read(path: string, query?: Readonly<Record<string, string>>): Promise<unknown>;
  /** The items of at most so many pages of a list, for services that name the next one by a cursor in the header Link. */
  readPages(path: string, query: Readonly<Record<string, string>>, most: number): Promise<Pages>;
}

export interface Pages {
  readonly items: readonly unknown[];
  /** Whether these are all that there are. */
  readonly whole: boolean;
}

interface Answer {
  readonly body: unknown;
  readonly link: string;
}

export function createJsonApi(options: JsonApiOptions): JsonApi {
  const { clock, headers, log, service, signal } = options;
  const once = async (path: string, query: Readonly<Record<string, string>>): Promise<Answer> => {
    const url = serviceUrl(options.apiUrl, path);
    for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
    const what = `GET ${url.pathname}`;
    const { body, header, status } = await askService(service, options, { method: 'GET', url, headers });
    if (status !== 200) throw refusal(options, what, { header, status });
    if (body === undefined)
      throw new RemoteError(`${service}: ${what}: the answer is not JSON`, { service, retryable: true });
    return { body, link: header('link') ?? '' };
  };
  const read = (path: string, query: Readonly<Record<string, string>>): Promise<Answer> =>
    retry(() => once(path, query), defaultRetry, {
      clock,
      signal,
      onRetry: (_error, attempt) => log.debug(`${service}: GET ${path}: try ${attempt} failed`),
    });
  return {
    read: async (path, query = {}) => (await read(path, query)).body,
    readPages: async (path, query, most) => {
      const items: unknown[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < most; page++) {
        const { body, link } = await read(path, cursor === undefined ? query : { ...query, cursor });
        if (!Array.isArray(body))
          throw new RemoteError(`${service}: GET ${path}: the answer is no list`, { service, retryable: false });
        items.push(...(body as readonly unknown[]));
        const next = nextCursor(link);
        // A page that names itself as the next one would never end.
        if (next === undefined || next === cursor) return { items, whole: next === undefined };
        cursor = next;
      }
      return { items, whole: false };
    },
  };
}

/** `<…>; rel="next"; results="true"; cursor="0:100:0"`. Only its cursor is used: its address could be of another host. */
function nextCursor(link: string): string | undefined {
  const next = link.split(/,\s*(?=<)/).find((one) => one.includes('rel="next"') && one.includes('results="true"'));
  return /cursor="([\w:-]{1,200})"/.exec(next ?? '')?.[1];
}

type Refused = Pick<ServiceAnswer, 'header' | 'status'>;

/** Of a refusal only the status is told: its body may repeat what was asked. */
function refusal({ clock, service }: JsonApiOptions, what: string, answer: Refused): RemoteError {
  const { header, status } = answer;
  const retryAfterMs = parseRetryAfter(header('retry-after'), clock.now());
  return new RemoteError(`${service}: ${what}: HTTP ${status}`, {
    service,
    status,
    retryable: status === 408 || status === 429 || status >= 500,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}
