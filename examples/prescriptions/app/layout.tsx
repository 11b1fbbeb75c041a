import type { Metadata } from 'next';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import { WebVitals } from '../lib/lockstep/web-vitals';

export const metadata: Metadata = { title: 'Prescriptions' };

export default async function Layout({ children }: { children: ReactNode }) {
  // Every page is rendered for its request: the policy has a nonce, and no page of a patient is kept anywhere.
  await connection();
  return (
    <html lang="en">
      <body>
        {children}
        <WebVitals />
      </body>
    </html>
  );
}
