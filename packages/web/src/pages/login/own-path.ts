// Where to go after signing in: to pages of this service alone, since whoever sends a link may have
// written it (CWE-601).

/** The page that was asked for, or the first one. */
export function readOwnPath(next: string | undefined, origin: string): string {
  if (next === undefined || !next.startsWith('/') || !URL.canParse(next, origin)) return '/'
  const url = new URL(next, origin)
  // What the browser makes of it counts: tabs and backslashes have led elsewhere.
  if (url.origin !== origin || url.username !== '' || url.pathname.startsWith('//')) return '/'
  const isDoor = /^\/(?:login|setup|v1|hooks)(?:\/|$)/.test(url.pathname)
  return isDoor ? '/' : url.pathname + url.search + url.hash
}
