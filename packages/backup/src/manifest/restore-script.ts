import type { ObjectRecord } from '../seal/sealed-object.ts';

export const RESTORE_NAME = 'restore.sh';
export const SUMS_NAME = 'SHA256SUMS';

/** What `sha256sum --check` reads. */
export function checksumFile(objects: readonly ObjectRecord[]): string {
  return objects.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('');
}

/** The script in every backup that restores it without this program: with psql, gzip, and age where it is encrypted. */
export function restoreScript(order: readonly string[]): string {
  return `#!/usr/bin/env bash
# Restores this backup into an empty database, with psql alone:
#
#   ./restore.sh postgresql://USER:PASSWORD@HOST:5432/DATABASE [KEY-FILE]
#
# KEY-FILE holds the age identity that decrypts. Either all is restored or nothing. Jobs of pg_cron are restored switched
# off: turn them on with "update cron.job set active = true" when this database is to act on the world.
# This program's own \`restore\` also compares what it restored with the manifest.
set -euo pipefail
# As it was written, whatever is set here.
export PGCLIENTENCODING=UTF8
cd "$(dirname "$0")"
target=\${1:?usage: ./restore.sh postgresql://… [KEY-FILE]}
key=\${2:-}

sha256sum --check --quiet ${SUMS_NAME}

plain() {
  case $1 in
    *.age) age --decrypt --identity "\${key:?this backup is encrypted: give the file of the key}" "$1" | gzip -dc ;;
    *) gzip -dc "$1" ;;
  esac
}

all() {
  echo 'begin;'
${order.map((name) => `  plain ${name}`).join('\n')}
  # Only behind all of it: psql would also commit what was cut.
  echo 'commit;'
}

all | psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 "$target" > /dev/null
echo 'restored'
`;
}
