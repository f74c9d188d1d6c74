// Pieces of the sentences that a policy is told in: durations, numbers, lists.

const UNITS: Readonly<Record<string, string>> = {
  s: 'second', m: 'minute', h: 'hour', d: 'day', w: 'week', y: 'year',
}

/** `90 days` of `90d`; anything else as it is. */
export function sayDuration(text: string): string {
  const [, count = '', unit = ''] = /^(\d{1,9})([smhdwy])$/.exec(text) ?? []
  const noun = UNITS[unit]
  return noun === undefined ? text : `${count} ${noun}${count === '1' ? '' : 's'}`
}

const SUFFIXES: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd' }

export function sayOrdinal(count: number): string {
  const isTeen = count % 100 > 10 && count % 100 < 14
  return `${count}${isTeen ? 'th' : SUFFIXES[count % 10] ?? 'th'}`
}

/** `a, b and c`. */
export function sayList(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

export function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
