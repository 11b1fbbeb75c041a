/** What the app asks its database, always as the user: the policies decide what is seen. */

export type Query = (sql: string, values?: readonly unknown[]) => Promise<{ readonly rows: readonly unknown[] }>;

export interface Prescription {
  readonly id: string;
  readonly patient: string;
  readonly medicine: string;
  /** `500 mg` */
  readonly dose: string;
  readonly issuedAt: string;
}

export interface NewPrescription {
  readonly patient: string;
  readonly medicine: number;
  readonly dose: string;
}

/** The newest of them, of all clinics of the user. */
export async function listPrescriptions(query: Query, most = 50): Promise<readonly Prescription[]> {
  const { rows } = await query(
    `select p.id, patients.name as patient, medicines.name as medicine, p.dosage as dose, p.issued_at
     from prescriptions p
     join patients on patients.id = p.patient_id
     join medicines on medicines.id = p.medicine_id
     order by p.issued_at desc, p.id limit $1`,
    [most],
  );
  return (rows as readonly Row[]).map(({ issued_at, ...row }) => ({ ...row, issuedAt: issued_at.toISOString() }));
}

interface Row extends Omit<Prescription, 'issuedAt'> {
  readonly issued_at: Date;
}

/** The clinic is that of the patient, as far as the user sees that patient. Undefined where the user does not. */
export async function issue(query: Query, { patient, medicine, dose }: NewPrescription): Promise<string | undefined> {
  const { rows } = await query(
    `insert into prescriptions (clinic_id, patient_id, medicine_id, dosage)
     select clinic_id, id, $2, $3 from patients where id = $1 returning id`,
    [patient, medicine, dose],
  );
  return (rows[0] as { readonly id: string } | undefined)?.id;
}

/** What someone sent, or what is wrong with it. */
export function readNew(body: unknown): NewPrescription | readonly string[] {
  const { patient, medicine, dose } = (body ?? {}) as Record<string, unknown>;
  const problems: string[] = [];
  if (typeof patient !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(patient))
    problems.push('patient: expected an id');
  if (!Number.isSafeInteger(medicine) || Number(medicine) < 1) problems.push('medicine: expected an id');
  if (typeof dose !== 'string' || dose === '' || dose.length > 100) problems.push('dose: expected a text');
  return problems.length > 0 ? problems : ({ patient, medicine, dose } as NewPrescription);
}
