import Link from 'next/link';

export default function Page() {
  return (
    <main>
      <h1>Prescriptions</h1>
      <p>
        <Link href="/prescriptions">Those of your clinics</Link>
      </p>
    </main>
  );
}
