// A public block list in plain words: what it lists, where a listing is lifted, whether it lives.

import { BLOCKLISTS, type Blocklist } from '../rules/blocklists.ts'

const LISTS = { ip: 'IP addresses', domain: 'domains', both: 'IP addresses and domains' } as const

/** The list so called: its name, one of its zones or sites. */
export function blocklistNamed(text: string): Blocklist | undefined {
  const wanted = text.toLowerCase().replace(/\.$/, '')
  return BLOCKLISTS.find(({ name, zones, sites }) =>
    name.toLowerCase() === wanted || zones.includes(wanted) || sites.includes(wanted))
}

/** What there is to know of a list, in sentences. */
export function describeBlocklist(list: Blocklist): string {
  const { name, kind, closed, delisting } = list
  const lists = `${name} lists ${LISTS[kind]}.`
  if (closed !== undefined) {
    return `${lists} It closed in ${closed}: whoever still asks it is set up wrongly, and you have `
      + 'nothing to repair; tell the postmaster of the receiver.'
  }
  return delisting === undefined ? lists
    : `${lists} Look the listing up and lift it at ${delisting}.`
}
