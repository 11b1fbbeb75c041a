import type { Line } from '../line.ts';
import { domainLines } from './lines-domains.ts';
import { envLines } from './lines-env.ts';
import { guardLines } from './lines-guard.ts';
import { projectLines } from './lines-project.ts';

export const vercelLines: readonly Line[] = [...domainLines, ...projectLines, ...envLines, ...guardLines];
