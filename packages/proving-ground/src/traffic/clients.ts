/** Somebody with a browser of their own, which keeps cookies. */
export interface Client {
  readonly nth: number;
  headers(): Readonly<Record<string, string>>;
  keep(setCookie: readonly string[] | undefined): void;
}

/** Who sends the nth request: each client has its turn. Undefined where there are none. */
export function clientsOf(count: number): (request: number) => Client | undefined {
  const all = Array.from({ length: count }, (_, nth) => makeClient(nth));
  return (request) => all[request % count];
}

function makeClient(nth: number): Client {
  const jar = new Map<string, string>();
  return {
    nth,
    headers: () => ({
      'user-agent': `lockstep-traffic/${nth}`,
      ...(jar.size === 0 ? {} : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }),
    }),
    keep: (setCookie = []) => {
      for (const line of setCookie) {
        const [, name, value] = /^([^=;]+)=([^;]*)/.exec(line) ?? [];
        if (name !== undefined && value !== undefined) jar.set(name, value);
      }
    },
  };
}
