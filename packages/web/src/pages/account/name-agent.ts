// What a browser calls itself, in the words of people.

const BROWSERS = [
  ['Edg/', 'Edge'], ['OPR/', 'Opera'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const

const SYSTEMS = [
  ['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'],
  ['Mac OS', 'macOS'], ['Linux', 'Linux'],
] as const

const CHARS_SHOWN = 60

/** `Firefox on Linux`; what is not known is shown as it is. */
export function nameAgent(agent: string): string {
  const browser = BROWSERS.find(([mark]) => agent.includes(mark))?.[1]
  const system = SYSTEMS.find(([mark]) => agent.includes(mark))?.[1]
  if (browser === undefined) return agent === '' ? 'Unknown' : agent.slice(0, CHARS_SHOWN)
  return system === undefined ? browser : `${browser} on ${system}`
}
