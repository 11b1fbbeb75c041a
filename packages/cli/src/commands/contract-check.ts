import type { Command } from '../command.ts';
import { options, VARIABLES } from './contract/options.ts';

const variables = Object.values(VARIABLES);

export const contractCheck: Command = {
  name: 'contract-check',
  summary: 'asks a live backend for everything that its contract promises',
  details: `
Reads the contract (OpenAPI or Markdown; "postgrest" asks the backend itself), calls each operation with a safe method, and
ends with what it found: 0 where the contract is kept, 1 where it is broken, 2 where something could not be decided or was
not called. The options are the inputs of the action contract-check; its README says what each one means.

What is YAML there is a FILE here. Secrets are read from variables: ${variables.slice(0, 4).join(', ')},
${variables.slice(4).join(', ')}.

  lockstep contract-check docs/openapi.yaml --base-url http://localhost:3000 --as identities.yml --examples examples.yml`,
  arguments: [{ name: 'CONTRACT', meaning: 'the file, within the current directory; or postgrest', required: false }],
  options,
  run: async (call) => {
    const { run } = await import('./contract/run.ts');
    return await run(call);
  },
};
