import { type Contract, isSafe, type Operation } from '../contract.ts';
import type { Example } from './examples.ts';
import { type Identity, rightIdentity } from './identities.ts';
import type { OperationPattern } from './pattern.ts';

export interface PlanOptions {
  readonly baseUrl: URL;
  readonly identities: readonly Identity[];
  readonly examples: readonly Example[];
  /** `all` is for a place that may be written to. */
  readonly methods: 'safe' | 'all';
  /** Operations that must refuse those who do not say who they are, whatever the contract says. */
  readonly protectedBy: readonly OperationPattern[];
  /** Operations that the caller does not want called. */
  readonly skip: readonly OperationPattern[];
}

/** One operation with all that is needed to ask it. */
export interface PlannedCall {
  readonly operation: Operation;
  readonly url: URL;
  /** What stands in the address before the path of the operation. */
  readonly prefix: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly example: Example | undefined;
  /** Whether every value came from the caller: the document's own examples need not exist. */
  readonly valuesGiven: boolean;
  /** Must refuse without a token. */
  readonly isProtected: boolean;
  /** Asks without a token where nobody is named. */
  readonly identity: Identity | undefined;
}

/** Why an operation is not called. */
export interface NotCalled {
  readonly operation: Operation;
  readonly reason: 'unsafe-method' | 'skipped' | 'no-example' | 'no-clean-up';
  readonly because: string;
  readonly remedy: string;
  /** Whether the caller chose it; else it counts as unknown. */
  readonly chosen: boolean;
}

export interface Plan {
  readonly calls: readonly PlannedCall[];
  readonly notCalled: readonly NotCalled[];
}

/** Every operation of the contract is in the plan exactly once: as a call, or with the reason why it is none. */
export function planCalls(contract: Contract, options: PlanOptions): Plan {
  const planned = contract.operations.map((operation) => planOperation(contract, operation, options));
  return {
    calls: planned.filter((one): one is PlannedCall => 'url' in one),
    notCalled: planned.filter((one): one is NotCalled => !('url' in one)),
  };
}

function planOperation(contract: Contract, operation: Operation, options: PlanOptions): PlannedCall | NotCalled {
  const example = options.examples.find((one) => one.operation === operation.name);
  const skipped = options.skip.find((one) => one.covers(operation));
  if (skipped !== undefined)
    return {
      operation,
      reason: 'skipped',
      because: `left out by the pattern "${skipped.text}"`,
      remedy: 'remove the pattern from "skip"',
      chosen: true,
    };
  const unsafe = isSafe(operation) ? undefined : whyNotChanged(operation, example, options.methods);
  if (unsafe !== undefined) return unsafe;
  const { values, missing } = parameterValues(operation, example);
  if (missing.length > 0)
    return {
      operation,
      reason: 'no-example',
      because: `no value is known for ${missing.map((name) => `"${name}"`).join(', ')}`,
      remedy: `add "${operation.name}" to "examples"`,
      chosen: false,
    };
  const isProtected =
    operation.security === 'required' || options.protectedBy.some((pattern) => pattern.covers(operation));
  const prefix = prefixOf(contract, options.baseUrl);
  return {
    operation,
    url: addressOf(operation, values, options.baseUrl, prefix),
    prefix,
    headers: { ...values.header, ...(example?.body === undefined ? {} : { 'content-type': 'application/json' }) },
    body: example?.body === undefined ? undefined : JSON.stringify(example.body),
    example,
    valuesGiven: operation.parameters
      .filter((one) => one.in === 'path')
      .every(({ name }) => example?.path[name] !== undefined),
    isProtected,
    identity: operation.security === 'none' && !isProtected ? undefined : rightIdentity(options.identities, operation),
  };
}

/** Why an operation that may change something is not called; undefined where it may be. */
function whyNotChanged(
  operation: Operation,
  example: Example | undefined,
  methods: PlanOptions['methods'],
): NotCalled | undefined {
  if (methods === 'safe')
    return {
      operation,
      reason: 'unsafe-method',
      because: `${operation.method} may change something, and only safe methods are called`,
      remedy: 'to call it, set "methods: all" against a backend whose data may be thrown away, with an example',
      chosen: true,
    };
  if (example === undefined)
    return {
      operation,
      reason: 'no-example',
      because: `${operation.method} is only called with an example`,
      remedy: `add "${operation.name}" to "examples"`,
      chosen: false,
    };
  if (operation.method !== 'POST' || example.cleanUp !== undefined || example.expect !== undefined) return undefined;
  return {
    operation,
    reason: 'no-clean-up',
    because: 'the example does not say how what it creates is removed again',
    remedy: 'add "clean-up" to the example, or "expect" with the status of a refusal',
    chosen: false,
  };
}

type Values = Readonly<Record<'path' | 'query' | 'header', Readonly<Record<string, string>>>>;

/** What the example says, else what the document gives for what it requires. */
function parameterValues(
  operation: Operation,
  example: Example | undefined,
): { readonly values: Values; readonly missing: readonly string[] } {
  const values = {
    path: { ...example?.path },
    query: { ...example?.query },
    header: { ...example?.headers },
  };
  const missing: string[] = [];
  const inPath = [...operation.path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  for (const parameter of [...operation.parameters, ...undeclared(operation, inPath)]) {
    if (!parameter.required || parameter.in === 'cookie') continue;
    const own = values[parameter.in];
    if (own[parameter.name] !== undefined) continue;
    // Who is asking comes from the identities.
    if (parameter.in === 'header' && parameter.name.toLowerCase() === 'authorization') continue;
    if (parameter.example === undefined) missing.push(parameter.name);
    else own[parameter.name] = parameter.example;
  }
  return { values, missing };
}

function undeclared(operation: Operation, names: readonly string[]) {
  const declared = new Set(operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name));
  return names
    .filter((name) => !declared.has(name))
    .map((name) => ({ name, in: 'path' as const, required: true, example: undefined }));
}

/** A base URL with a path of its own says where the backend is; else the document does. */
function prefixOf(contract: Contract, baseUrl: URL): string {
  const own = baseUrl.pathname.replace(/\/+$/, '');
  return own === '' ? contract.prefix : own;
}

function addressOf(operation: Operation, values: Values, baseUrl: URL, prefix: string): URL {
  // Not `new URL(path, origin)`: a path that begins with two slashes would name another host.
  const url = new URL(baseUrl.origin);
  url.pathname =
    prefix + operation.path.replace(/\{([^{}]+)\}/g, (_, name: string) => encodeURIComponent(values.path[name] ?? ''));
  for (const [name, value] of Object.entries(values.query)) url.searchParams.set(name, value);
  return url;
}
