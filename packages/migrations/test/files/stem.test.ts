import { describe, expect, test } from '@jest/globals';
import { stemOf } from '../../src/files/stem.ts';

describe('what the files of one migration share', () => {
  test.each([
    ['supabase', '1_a.sql', '1_a'],
    ['sections', '1_a.sql', '1_a'],
    ['pairs', '1_a.up.sql', '1_a'],
    ['pairs', '1_a.down.sql', '1_a'],
    ['drizzle', '0001_a.sql', '0001_a'],
    ['drizzle', '0001_a.down.sql', '0001_a'],
    ['folders', '1_a/migration.sql', '1_a'],
    ['folders', '1_a/down.sql', '1_a'],
    ['flyway', 'web/V1_2__a.sql', '1.2'],
    ['flyway', 'U1.2.0__b.sql', '1.2'],
    ['flyway', 'V1.2__a.sql.conf', '1.2'],
  ] as const)('%s: %s', (layout, file, stem) => {
    expect(stemOf(file, layout)).toBe(stem);
  });

  test.each([
    ['supabase', 'old/1_a.sql'],
    ['supabase', 'readme.md'],
    ['pairs', '1_a.sql'],
    ['drizzle', 'meta/_journal.json'],
    ['folders', '1_a/other.sql'],
    ['flyway', 'R__view.sql'],
  ] as const)('%s: %s is none of one', (layout, file) => {
    expect(stemOf(file, layout)).toBeUndefined();
  });
});
