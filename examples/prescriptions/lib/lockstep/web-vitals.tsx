'use client';

import { useReportWebVitals } from 'next/web-vitals';
import { pathPattern } from './scrub';

/** Put `<WebVitals />` into the root layout. */
export function WebVitals() {
  useReportWebVitals(({ name, value, rating }) => {
    // Next.js reports times of its own too (Next.js-hydration), which have no rating.
    if (rating === undefined) return;
    const vital = JSON.stringify({ name, value, rating, route: pathPattern(location.pathname) });
    navigator.sendBeacon('/api/vitals', vital);
  });
  return null;
}
