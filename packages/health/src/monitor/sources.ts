import type { MonitorType } from './monitor.ts';
import { gatus } from './sources/gatus.ts';
import { json } from './sources/json.ts';
import { prometheus } from './sources/prometheus.ts';

/** Every kind of monitor, as `provider` names it. */
export const monitors: readonly MonitorType[] = [prometheus, gatus, json];
