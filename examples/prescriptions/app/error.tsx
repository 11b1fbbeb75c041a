'use client';

/** What is shown while the database does not answer. It says nothing of the reason; the log has that. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main>
      <h1>This is not available at the moment</h1>
      <p>Nothing was changed. Please try again in a few minutes.</p>
      <button type="button" onClick={reset}>
        Try again
      </button>
    </main>
  );
}
