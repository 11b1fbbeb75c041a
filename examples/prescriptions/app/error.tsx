'use client';

import { useRouter } from 'next/navigation';
import { startTransition } from 'react';

/** What is shown while the database does not answer. It says nothing of the reason; the log has that. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const router = useRouter();
  // Alone `reset` shows what the server gave before, which is the error: it has to be asked again.
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <main>
      <h1>This is not available at the moment</h1>
      <p>Nothing was changed. Please try again in a few minutes.</p>
      <button type="button" onClick={again}>
        Try again
      </button>
    </main>
  );
}
