import { cookies } from 'next/headers';
import { asUser } from '../../lib/database';
import { listPrescriptions } from '../../lib/prescriptions';
import { COOKIE, userOf } from '../../lib/session';

export default async function Page() {
  const user = await userOf((await cookies()).get(COOKIE)?.value);
  if (user === undefined)
    return (
      <main>
        <h1>Please sign in</h1>
      </main>
    );
  const prescriptions = await asUser(user, listPrescriptions);
  return (
    <main>
      <h1>Prescriptions</h1>
      <ul>
        {prescriptions.map(({ id, patient, medicine, dose = 'see the original' }) => (
          <li key={id}>
            {patient}: {medicine}, {dose}
          </li>
        ))}
      </ul>
    </main>
  );
}
