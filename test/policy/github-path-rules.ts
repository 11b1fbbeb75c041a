/** Comments, or a whole string: whichever begins first. */
const PARTS = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`/g;

/** What paths of GitHub's API begin with (docs.github.com/rest), but for words that are anybody's. */
const ROOTS =
  'app|enterprises|gists|graphql|installation|marketplace_listing|networks|notifications|orgs|organizations|rate_limit|repos|repositories|search|teams|user|users';
const METHOD = '(?:GET|HEAD|POST|PUT|PATCH|DELETE) ';
const FORMS = [
  // '/repos/…', 'GET /user'
  new RegExp(`^(?:${METHOD})?/(?:${ROOTS})(?:/|\\?|$)`),
  // `${base}/repos/…`, 'https://api.github.com/repos/…'
  /\/repos\//,
  /\{\/repos\b/,
  // `${apiUrl}/…`: whatever stands behind the address of GitHub's API is a path of it
  /\$\{[^}]*(?:githubApiUrl|GITHUB_API_URL|github\.apiUrl|env\.apiUrl)[^}]*\}\//,
  /api\.github\.com\/./,
];

/** The strings of a source that hold a path of GitHub's API. Octokit's endpoints have their paths themselves. */
export function githubPaths(source: string): string[] {
  return [...source.matchAll(PARTS)]
    .map(([part]) => part)
    .filter((part) => !part.startsWith('/'))
    .map((part) => part.slice(1, -1))
    .filter((text) => FORMS.some((form) => form.test(text)));
}
