import { asUser } from '../../../../../lib/database';
import { findPrescription, isId } from '../../../../../lib/prescriptions';
import { bearer, userOf } from '../../../../../lib/session';

const answer = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });

/** One prescription, and whether it is paid. That of another clinic is not there. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const user = await userOf(bearer(request));
  if (user === undefined) return answer(401, { error: 'sign in' });
  const { id } = await params;
  const found = isId(id) ? await asUser(user, (query) => findPrescription(query, id)) : undefined;
  return found === undefined ? answer(404, { error: 'no such prescription' }) : answer(200, found);
}
