import { asUser } from '../../../../lib/database';
import { issue, listPrescriptions, readNew } from '../../../../lib/prescriptions';
import { bearer, userOf } from '../../../../lib/session';

const answer = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** The prescriptions of the clinics of the user. */
export async function GET(request: Request): Promise<Response> {
  const user = await userOf(bearer(request));
  if (user === undefined) return answer(401, { error: 'sign in' });
  return answer(200, { prescriptions: await asUser(user, listPrescriptions) });
}

/** Issues one: `{"patient": ID, "medicine": ID, "dose": "500 mg"}`. */
export async function POST(request: Request): Promise<Response> {
  const user = await userOf(bearer(request));
  if (user === undefined) return answer(401, { error: 'sign in' });
  const wanted = readNew(await request.json().catch(() => undefined));
  if (Array.isArray(wanted)) return answer(400, { error: wanted });
  try {
    const id = await asUser(user, (query) => issue(query, wanted as Exclude<typeof wanted, readonly string[]>));
    return id === undefined ? answer(404, { error: 'no such patient' }) : answer(201, { id });
  } catch (error) {
    // Row-level security refused the row: the user is no practitioner there.
    if ((error as { code?: unknown }).code === '42501')
      return answer(403, { error: 'practitioners issue prescriptions' });
    // No such medicine.
    if ((error as { code?: unknown }).code === '23503')
      return answer(400, { error: ['medicine: there is none with this id'] });
    throw error;
  }
}
