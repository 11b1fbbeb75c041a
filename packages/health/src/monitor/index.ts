export type { Span } from '../metrics/metric.ts';
export type { MetricsSurroundings } from '../metrics/provider.ts';
export type { Monitor, Uptime } from './monitor.ts';
export { type MonitorText, readMonitor } from './read-monitor.ts';
