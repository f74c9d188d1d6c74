// The form of reply rules: telling literals, one provider a host, nothing that never has its turn.

import assert from 'node:assert/strict'
import test from 'node:test'
import { PHRASES } from '../../src/rules/phrases/index.ts'
import { PROVIDERS } from '../../src/rules/providers/index.ts'
import type { ProviderReply, ProviderRules } from '../../src/rules/types.ts'

type Literal = { readonly id: string; readonly match: string; readonly isOwn: boolean }

const literals: Literal[] = [
  ...PHRASES.map(({ id, match }) => ({ id, match, isOwn: false })),
  ...PROVIDERS.flatMap(({ id, replies }) => replies.flatMap((reply) => reply.match === undefined
    ? []
    : [{ id: `${id}/${reply.id}`, match: reply.match, isOwn: reply.anywhere !== true }])),
]

/** As the automaton compares: letters and digits, anything else is one space. */
function fold(match: string): string {
  return match.toLowerCase().replace(/[^\p{L}\p{N}*]+/gu, ' ').trim()
}

test('rules: a literal has two words or ten characters, or is a code of one receiver', () => {
  for (const { id, match, isOwn } of literals) {
    const folded = fold(match)
    const isTelling = folded.includes(' ') || folded.length >= 10
    const isCode = isOwn && /^[A-Z0-9]{4,}\*?$/.test(match)
    assert.ok(isTelling || isCode, `${id}: ${match}`)
  }
})

test('rules: a literal stays within one sentence and shows where words begin', () => {
  for (const { id, match } of literals) {
    assert.doesNotMatch(match, /[.!?] |[;|\n]/, `${id}: a match never reaches over a sentence end`)
    assert.doesNotMatch(match, /[a-z][A-Z]/, `${id}: write "Mail From" for MailFrom`)
  }
})

test('rules: ids are paths, each one once', () => {
  const ids = [
    ...PHRASES.map(({ id }) => id),
    ...PROVIDERS.flatMap((rules) => rules.replies.map((reply) => `${rules.id}/${reply.id}`)),
  ]
  for (const id of ids) assert.match(id, /^[a-z0-9-]+\/[a-z0-9-]+$/)
  assert.equal(new Set(ids).size, ids.length)
  assert.equal(new Set(PROVIDERS.map(({ id }) => id)).size, PROVIDERS.length)
})

test('rules: a host belongs to one provider, written as the end of a name', () => {
  const owners = new Map<string, string>()
  for (const { id, hosts } of PROVIDERS) {
    for (const host of hosts) {
      assert.match(host, /^[a-z0-9-]+(\.[a-z0-9-]+)+$/, id)
      assert.equal(owners.get(host), undefined, `${host}: ${owners.get(host)} and ${id}`)
      owners.set(host, id)
    }
  }
})

test('rules: a fingerprint is a host name, a path or a word that nobody else writes', () => {
  for (const { id, fingerprints = [] } of PROVIDERS) {
    for (const text of fingerprints) {
      assert.ok(/[. /_]/.test(text) || text.length >= 5, `${id}: ${text}`)
    }
  }
})

/** Whether whatever agrees with the codes of `later` agrees with those of `earlier` too. */
function covers(earlier: ProviderReply, later: ProviderReply): boolean {
  const first = earlier.replyCode
  const isReplyCovered = first === undefined || first === later.replyCode ||
    (later.replyCode !== undefined && Math.floor(later.replyCode / 100) === first)
  return isReplyCovered && coversEnhanced(earlier.enhancedCode, later.enhancedCode)
}

function coversEnhanced(earlier: string | undefined, later: string | undefined): boolean {
  if (earlier === undefined) return true
  if (later === undefined) return false
  const [c1, s1, d1 = ''] = earlier.split('.')
  const [c2, s2, d2 = ''] = later.split('.')
  const [from1 = 0, to1 = from1] = d1.split('-').map(Number)
  const [from2 = 0, to2 = from2] = d2.split('-').map(Number)
  return (c1 === 'x' || c1 === c2) && s1 === s2 && from1 <= from2 && to2 <= to1
}

function shadows({ id, replies }: ProviderRules): string[] {
  return replies.flatMap((later, i) => replies.slice(0, i)
    .filter((earlier) => fold(earlier.match ?? '') === fold(later.match ?? '') && covers(earlier, later))
    .map((earlier) => `${id}/${later.id} behind ${earlier.id}`))
}

test('rules: no rule stands behind one that always comes first', () => {
  assert.deepEqual(PROVIDERS.flatMap(shadows), [])
  const phrases = PHRASES.map(({ match }) => fold(match))
  assert.equal(new Set(phrases).size, phrases.length)
})

test('rules: what holds anywhere means the same in every file', () => {
  const meanings = new Map<string, string>()
  const anywhere = [
    ...PHRASES,
    ...PROVIDERS.flatMap(({ id, replies }) => replies.flatMap((reply) =>
      reply.anywhere === true && reply.match !== undefined && reply.enhancedCode === undefined &&
      reply.replyCode === undefined
        ? [{ id: `${id}/${reply.id}`, match: reply.match, reason: reply.reason }]
        : [])),
  ]
  for (const { id, match, reason } of anywhere) {
    const folded = fold(match)
    assert.equal(meanings.get(folded) ?? reason, reason, `${id}: ${match}`)
    meanings.set(folded, reason)
  }
})

test('rules: only a receiver\'s own codes speak without words', () => {
  for (const { id, replies } of PROVIDERS) {
    for (const reply of replies) {
      if (reply.match !== undefined) continue
      assert.notEqual(reply.anywhere, true, `${id}/${reply.id}`)
      assert.ok(reply.enhancedCode !== undefined || reply.replyCode !== undefined, `${id}/${reply.id}`)
    }
  }
})

test('rules: every provider says where it is documented', () => {
  for (const { id, sources = [] } of PROVIDERS) {
    assert.ok(sources.length > 0, id)
    for (const source of sources) assert.match(source, /^https?:\/\//, id)
  }
})
