'use client';

import { useReportWebVitals } from 'next/web-vitals';
import { pathPattern } from './scrub';

/** Put `<WebVitals />` into the root layout. */
export function WebVitals() {
  useReportWebVitals(report);
  return null;
}

interface Metric {
  readonly name: string;
  readonly value: number;
  readonly rating?: string;
}

/** One function for all renders: a new one would get everything again. */
function report({ name, value, rating }: Metric): void {
  // Next.js reports times of its own too (Next.js-hydration), which have no rating.
  if (rating === undefined) return;
  const vital = JSON.stringify({ name, value, rating, route: pathPattern(location.pathname) });
  navigator.sendBeacon('/api/vitals', vital);
}
