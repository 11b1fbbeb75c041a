import { randomBytes } from 'node:crypto';
import { describe } from '@lockstep/base';
import { identifier, openSession, SqlError } from '@lockstep/postgres';
import type { Engine } from '../../engine/engine.ts';
import { shadowName } from '../shadow.ts';

/**
 * Gives `work` a copy of a shadow, dropped at the end: rows that are put into it meet no later migration. Undefined where
 * the server makes no copy.
 */
export async function withCopy<T>(shadow: Engine, work: (copy: Engine) => Promise<T>): Promise<T | undefined> {
  const { log, signal, target } = shadow;
  const session = await openSession(target, { log, signal, applicationName: 'lockstep shadow' });
  try {
    const name = shadowName(shadow, randomBytes(3).toString('hex'));
    const made = await session.send(`create database ${identifier(name)} template ${identifier(target.database)}`);
    if (!made.ok && made.error instanceof SqlError) return undefined;
    if (!made.ok) throw made.error;
    try {
      // What becomes of generated rows is a warning for no one.
      const quiet = { info: log.debug.bind(log), warning: log.debug.bind(log), debug: log.debug.bind(log) };
      return await work({ ...shadow, log: quiet, target: { ...target, database: name } });
    } finally {
      const dropped = await session.send(`drop database if exists ${identifier(name)} with (force)`);
      if (!dropped.ok) log.warning(`the test database ${name} could not be dropped: ${describe(dropped.error)}`);
    }
  } finally {
    await session.close();
  }
}
