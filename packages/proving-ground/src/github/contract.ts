import { type Contract, readContract } from '../openapi/contract.ts';

// The same place from src/ and from the compiled lib/.
const CUT = new URL('../../src/github/openapi-cut.json', import.meta.url);

/** These end in a parameter that may hold slashes as they are. */
const WITH_SLASHES = /\/(contents|compare|branches|git\/refs?|git\/matching-refs)\/\{\w+\}$/;

// GitHub writes its times in UTC, and gives '' for an address that was not set, whatever its description says.
const FORMATS = { 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, uri: /^([a-z]+:\/\/\S+)?$/ };

let loaded: Contract | undefined;

/** GitHub's own description. One for the whole process: what it has compiled serves every stand-in. */
export function loadContract(): Contract {
  loaded ??= readContract(CUT, { withSlashes: WITH_SLASHES, formats: FORMATS });
  return loaded;
}
