import type { Outcome, Shell } from '@lockstep/action-shell';
import { openEvidence } from '@lockstep/base';
import { approveRequest, findRequest, type Person, type Request, readPerson } from '@lockstep/github';
import { githubOf, keyOf } from './github.ts';
import type { Inputs } from './inputs.ts';
import { whoSays } from './who-says.ts';

/** Lets through what somebody else asked for, once. The run in which that happens is the one that releases. */
export async function approve(values: Inputs, shell: Shell): Promise<Outcome> {
  const said = whoSays(shell.env, values.request);
  if (said.kind === 'nobody') return no(said.reason, said.message);
  const github = githubOf(values, shell);
  const person = await readPerson(github, said.by);
  const stranger = refusePerson({ ...person, isBot: person.isBot || said.isBot });
  if (stranger !== undefined) return stranger;
  const request = await findRequest(github, values['ledger-creator'], keyOf(values), said.request);
  if (request === undefined)
    return no('no-such-request', `nobody asked for an approval by the id ${said.request} in this environment`);
  const refused = refuseRequest(request, person, shell.clock.now());
  if (refused !== undefined) return refused;

  const evidence = openEvidence(JSON.stringify(request.evidence));
  const outputs = {
    'request-id': request.id,
    'expires-at': request.expiresAt,
    'requested-by': request.actor,
    'approved-by': person.login,
    mode: request.mode,
    'deployment-id': request.deployment ?? '',
    'commit-sha': request.commit,
    evidence,
  };
  const what = `${request.deployment ?? 'a build'} of commit ${request.commit}, which ${request.actor} asked for`;
  if (values['dry-run']) {
    const message = `${person.login} may approve ${what}; nothing was written`;
    return { verdict: 'pass', reason: 'dry-run', message, outputs };
  }
  const by = { by: person.login, runUrl: shell.env.runUrl };
  const { earlier } = await approveRequest(github, values['ledger-creator'], request, by);
  if (earlier !== undefined)
    return no('request-used', `${earlier} approved request ${request.id} a moment earlier; their run releases it`);
  shell.summary.add(`### Approved\n\n${person.login} approved ${what} (\`${request.id}\`).`);
  return { verdict: 'pass', reason: 'approved', message: `${person.login} approved ${what}`, outputs };
}

function refusePerson({ isBot, login, maySeeAndPush, role }: Person): Outcome | undefined {
  if (isBot) return no('bot', `${login} is no person: four eyes are two people's`);
  if (maySeeAndPush) return undefined;
  return no('no-write-access', `${login} may not approve: write access is needed, theirs is ${role}`);
}

function refuseRequest(request: Request, { login }: Person, nowMs: number): Outcome | undefined {
  const name = `request ${request.id}`;
  if (request.state === 'withdrawn') return no('request-withdrawn', `${name} was withdrawn: ask again`);
  if (request.state !== 'requested')
    return no('request-used', `${name} was approved by ${request.approvedBy ?? 'somebody'} already: ask again`);
  if (nowMs > Date.parse(request.expiresAt))
    return no('request-expired', `${name} could be approved until ${request.expiresAt}: ask again`);
  if (login.toLowerCase() === request.actor.toLowerCase())
    return no('own-request', `${login} asked for it, so somebody else has to approve`);
  return undefined;
}

function no(reason: string, message: string): Outcome {
  return { verdict: 'fail', reason, message };
}
