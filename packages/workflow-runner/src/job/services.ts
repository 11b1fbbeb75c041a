import { isSequence } from '@actions/workflow-parser/templates/tokens/type-guards';
import type { Services } from '../builtin/service.ts';
import { textOf, textsOf } from '../expressions/expressions.ts';
import { mapping, member, members } from '../expressions/tokens.ts';
import type { StepsJob } from '../parse/workflow.ts';
import type { JobRuntime } from './job-runtime.ts';

/** Starts what stands in for the services of a job, before its first step; undefined where it has none. */
export async function startServices(job: StepsJob, { scope, settings }: JobRuntime): Promise<Services | undefined> {
  const services = members(member(job.token, 'services'));
  if (services.length === 0) return undefined;
  const started: Record<string, Services[string]> = {};
  for (const [id, token] of services) {
    const standIn = settings.sources.services[id];
    if (standIn === undefined) throw new Error(`service ${id} is not known here`);
    const listed = member(token, 'ports');
    const ports = listed !== undefined && isSequence(listed) ? [...listed].map((port) => textOf(port, scope)) : [];
    const env = textsOf(mapping(token, 'env'), scope);
    started[id] = { ports: await standIn({ id, image: textOf(member(token, 'image'), scope), env, ports }) };
  }
  return started;
}
