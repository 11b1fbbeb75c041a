import type { Engine } from '../engine/engine.ts';
import type { Folder } from '../files/folder.ts';
import type { AdoptOptions, AdoptReport } from './adopt.ts';
import type { Edit } from './edits.ts';
import type { Repair, RepairOptions } from './repair.ts';

/** What a person does with records; each is loaded when it is asked for. */

export async function readAdoptPlan(engine: Engine, options: AdoptOptions): Promise<AdoptReport> {
  return (await import('./adopt.ts')).readAdoptPlan(engine, options);
}

export async function adopt(engine: Engine, options: AdoptOptions): Promise<AdoptReport> {
  return (await import('./adopt.ts')).adopt(engine, options);
}

export async function readRepairPlan(engine: Engine, options: RepairOptions): Promise<Repair> {
  return (await import('./repair.ts')).readRepairPlan(engine, options);
}

export async function repair(engine: Engine, options: RepairOptions): Promise<Repair> {
  return (await import('./repair.ts')).repair(engine, options);
}

export async function readEdits(engine: Engine, folder: Folder): Promise<Edit[]> {
  return (await import('./edits.ts')).readEdits(engine, folder);
}
