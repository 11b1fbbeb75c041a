import type { Command } from '../command.ts';
import { tellChecks } from '../tell-checks.ts';

export const appAudit: Command = {
  name: 'app-audit',
  summary: 'looks at the sources of a Next.js app for checks and headers that promise nothing',
  details: `
Reads the sources, and what the last next build wrote, and runs nothing: health routes that answer from the build or
without asking anyone, requests without a timeout or with a live key in them, headers of a rate limit that never count,
functions of web-vitals that no longer exist. It reads code as text: code that it cannot follow, such as that of
packages, is not looked at. Ends with 0 where all is well, 1 where something was found.

  lockstep app-audit apps/web`,
  arguments: [
    { name: 'FOLDER', meaning: 'the folder of the app; the current one where it is absent', required: false },
  ],
  options: [],
  run: async (call) => {
    const { auditApp, readApp } = await import('@lockstep/app');
    const folder = call.text('FOLDER') || '.';
    const { facts, notVerified } = readApp(folder);
    return tellChecks(call, { subject: folder, tool: 'app-audit', checks: auditApp(facts), notVerified });
  },
};
