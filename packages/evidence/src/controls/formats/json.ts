import type { ControlReport } from '../control.ts';
import { headline } from './words.ts';

export function controlsJson(report: ControlReport): string {
  return `${JSON.stringify({ kind: 'lockstep-controls/1', headline: headline(report), ...report }, null, 2)}\n`;
}
