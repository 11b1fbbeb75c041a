import type { Command } from '../command.ts';
import { options } from './edge/options.ts';

export const edgeAudit: Command = {
  name: 'edge-audit',
  summary: 'looks at a site from outside: TLS, headers, policies, cookies, DNS',
  details: `
Runs the checks of the action edge-audit that only read. Exit code: 0 where all pass, 1 where one failed, 2 where one is
unknown. A protected deployment of Vercel is reached with VERCEL_AUTOMATION_BYPASS_SECRET in the environment.

  lockstep edge-audit https://shop.example.com --paths /,/login --checks '!dns-*'

An app that runs on your machine has neither a CDN nor plain HTTP next to it:

  lockstep edge-audit http://localhost:3000 --checks '!https-redirect,!cdn-hit'`,
  arguments: [{ name: 'URL', meaning: 'the address of the site', required: true }],
  options,
  run: async (call) => {
    const { run } = await import('./edge/run.ts');
    return await run(call);
  },
};
