import { drizzle } from './drizzle.ts';
import { flyway } from './flyway.ts';
import { folders } from './folders.ts';
import type { OtherLayout } from './other-layout.ts';

/** The more particular first. */
export const OTHER_LAYOUTS: readonly OtherLayout[] = [drizzle, folders, flyway];
