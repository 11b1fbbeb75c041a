/** What the app asks its database, always as the user: the policies decide what is seen. */

export type Query = (sql: string, values?: readonly unknown[]) => Promise<{ readonly rows: readonly unknown[] }>;

export interface Prescription {
  readonly id: string;
  readonly patient: string;
  readonly medicine: string;
  /** `500 mg`; undefined for a text from before doses were numbers. */
  readonly dose: string | undefined;
  readonly issuedAt: string;
}

export interface NewPrescription {
  readonly patient: string;
  readonly medicine: number;
  readonly amount: number;
  readonly unit: string;
}

/** The newest of them, of all clinics of the user. */
export async function listPrescriptions(query: Query, most = 50): Promise<readonly Prescription[]> {
  const { rows } = await query(
    `select p.id, patients.name as patient, medicines.name as medicine, trim_scale(p.dose_amount)::text as amount,
       p.dose_unit as unit, p.issued_at
     from prescriptions p
     join patients on patients.id = p.patient_id
     join medicines on medicines.id = p.medicine_id
     order by p.issued_at desc, p.id limit $1`,
    [most],
  );
  return (rows as readonly Row[]).map(prescriptionOf);
}

function prescriptionOf({ id, patient, medicine, amount, unit, issued_at }: Row): Prescription {
  const dose = amount === null || unit === null ? undefined : `${amount} ${unit}`;
  return { id, patient, medicine, dose, issuedAt: issued_at.toISOString() };
}

interface Row {
  readonly id: string;
  readonly patient: string;
  readonly medicine: string;
  readonly amount: string | null;
  readonly unit: string | null;
  readonly issued_at: Date;
}

export interface PrescriptionWithPayment extends Prescription {
  readonly paid: boolean;
}

/** One of them, as far as the user sees it. */
export async function findPrescription(query: Query, id: string): Promise<PrescriptionWithPayment | undefined> {
  const { rows } = await query(
    `select p.id, patients.name as patient, medicines.name as medicine, trim_scale(p.dose_amount)::text as amount,
       p.dose_unit as unit, p.issued_at, exists (select from payments where payments.prescription_id = p.id) as paid
     from prescriptions p
     join patients on patients.id = p.patient_id
     join medicines on medicines.id = p.medicine_id
     where p.id = $1`,
    [id],
  );
  const [row] = rows as readonly (Row & { readonly paid: boolean })[];
  return row === undefined ? undefined : { ...prescriptionOf(row), paid: row.paid };
}

export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** The clinic is that of the patient, as far as the user sees that patient. Undefined where the user does not. */
export async function issue(
  query: Query,
  { patient, medicine, amount, unit }: NewPrescription,
): Promise<string | undefined> {
  const { rows } = await query(
    `insert into prescriptions (clinic_id, patient_id, medicine_id, dose_amount, dose_unit)
     select clinic_id, id, $2, $3, $4 from patients where id = $1 returning id`,
    [patient, medicine, amount, unit],
  );
  return (rows[0] as { readonly id: string } | undefined)?.id;
}

const UNITS = ['mg', 'g', 'ml', 'IU', 'tablets'];

/** What someone sent, or what is wrong with it. */
export function readNew(body: unknown): NewPrescription | readonly string[] {
  const { patient, medicine, amount, unit } = (body ?? {}) as Record<string, unknown>;
  const problems: string[] = [];
  if (typeof patient !== 'string' || !isId(patient)) problems.push('patient: expected an id');
  if (!Number.isSafeInteger(medicine) || Number(medicine) < 1) problems.push('medicine: expected an id');
  if (typeof amount !== 'number' || !(amount > 0 && amount < 10_000_000))
    problems.push('amount: expected a number above 0');
  if (typeof unit !== 'string' || !UNITS.includes(unit)) problems.push(`unit: expected one of ${UNITS.join(', ')}`);
  return problems.length > 0 ? problems : ({ patient, medicine, amount, unit } as NewPrescription);
}
