/** Names of variables that hold a secret, by the words in them. */
const SECRET_WORDS =
  /(?:^|_)(?:SECRET|TOKEN|PASSWORD|PASSWD|PRIVATE|CREDENTIALS?|SERVICE_ROLE|SIGNING|ENCRYPTION|SALT|PEPPER|API_?KEY|ACCESS_KEY|SECRET_KEY|DATABASE_URL|POSTGRES_URL|CONNECTION_STRING|WEBHOOK_URL)(?:_|$)/i;

/** Keys that are meant to be seen by everyone, whatever they are called. */
const PUBLIC_WORDS = /(?:^|_)(?:PUBLISHABLE|ANON|PUBLIC_KEY|SITE_KEY|MEASUREMENT)(?:_|$)/i;

/** `NEXT_PUBLIC_`, `VITE_`, `REACT_APP_`: what a build writes into the files that browsers load. */
const SHIPPED = /^(?:NEXT_PUBLIC_|VITE_|REACT_APP_|PUBLIC_|NUXT_PUBLIC_|EXPO_PUBLIC_)/;

/** Whether the name of a variable says that its value is a secret. */
export function looksSecret(name: string): boolean {
  const bare = name.replace(SHIPPED, '');
  return SECRET_WORDS.test(bare) && !PUBLIC_WORDS.test(bare);
}

/** Whether a build writes the value of such a variable into the files that browsers load. */
export function isShipped(name: string): boolean {
  return SHIPPED.test(name);
}
