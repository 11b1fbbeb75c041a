import type { Check } from '@lockstep/base';
import type { Contract } from '../contract.ts';

/** Routes that the app has and the contract does not name. One check for all that are named, one for each that is not. */
export function undocumentedRoutes(
  contract: Contract,
  routes: readonly string[],
  undocumented: 'warn' | 'fail',
): readonly Check[] {
  const documented = new Set(contract.operations.flatMap(({ path }) => [shape(path), shape(contract.prefix + path)]));
  const facts = {
    id: 'route/documented',
    title: 'Every route is documented',
    expected: 'an operation of the contract',
  };
  const missing = routes.filter((route) => !documented.has(shape(route)));
  if (missing.length === 0)
    return [
      {
        ...facts,
        verdict: 'pass',
        reason: 'documented',
        what: 'all routes',
        measured: `${routes.length} routes, all documented`,
        remedy: '',
      },
    ];
  return missing.map((route) => ({
    ...facts,
    verdict: undocumented === 'fail' ? 'fail' : 'pass',
    reason: undocumented === 'fail' ? 'route-not-documented' : 'route-not-documented-reported',
    what: route,
    measured: 'not in the contract',
    remedy: 'document the route, or remove it',
  }));
}

/** A path without the names of its parameters, which each side chooses for itself. */
function shape(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}').replace(/\/+$/, '') || '/';
}
