// Which domain was meant by one that is mistyped: a known provider or a domain that others are
// reached at, one slip of the fingers away.

/** Domains that very many people have their mail at. */
const PROVIDERS: readonly string[] = `gmail.com googlemail.com yahoo.com ymail.com outlook.com
  hotmail.com live.com msn.com icloud.com me.com mac.com aol.com gmx.com gmx.de gmx.net gmx.at gmx.ch
  web.de t-online.de freenet.de yahoo.de yahoo.fr yahoo.co.uk yahoo.co.jp hotmail.fr hotmail.co.uk
  hotmail.it hotmail.de outlook.fr outlook.de live.fr live.co.uk orange.fr free.fr wanadoo.fr sfr.fr
  laposte.net libero.it virgilio.it tiscali.it comcast.net verizon.net att.net sbcglobal.net cox.net
  charter.net bellsouth.net btinternet.com sky.com mail.ru yandex.ru rambler.ru qq.com 163.com 126.com
  sina.com naver.com daum.net docomo.ne.jp ezweb.ne.jp softbank.ne.jp proton.me protonmail.com zoho.com
  wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz ukr.net telenet.be ziggo.nl kpnmail.nl uol.com.br
  bol.com.br terra.com.br rediffmail.com fastmail.com mailbox.org posteo.de`.split(/\s+/)

const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const
/** Keys that differ between keyboards. */
const SWAPPED: ReadonlySet<string> = new Set(['yz', 'zy', 'qa', 'aq', 'wz', 'zw'])

/** What one slip costs; more than one slip is another word. */
const SLIP_MAX = 1
const DOMAIN_CHARS_MIN = 5

/** The nearest of the providers and the domains that are alive. */
export function suggestDomain(domain: string, alive: readonly string[]): string | undefined {
  if (domain.length < DOMAIN_CHARS_MIN || PROVIDERS.includes(domain)) return undefined
  let best: { domain: string; cost: number } | undefined
  for (const candidate of new Set([...PROVIDERS, ...alive])) {
    const cost = slipCost(domain, candidate)
    if (cost === undefined || cost > SLIP_MAX) continue
    if (best === undefined || cost < best.cost) best = { domain: candidate, cost }
  }
  return best?.domain
}

/**
 * What it costs to slip from `meant` to `typed`: one letter swapped with its neighbour, left out,
 * doubled, or struck beside its key. Undefined where one slip does not do it.
 */
function slipCost(typed: string, meant: string): number | undefined {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return undefined
  let start = 0
  while (start < typed.length && typed[start] === meant[start]) start++
  const rest = typed.slice(start)
  const wanted = meant.slice(start)
  if (typed.length === meant.length) return otherLetters(rest, wanted)
  if (typed.length < meant.length) return rest === wanted.slice(1) ? 0.6 : undefined
  return rest.slice(1) === wanted ? letterTooMany(rest, wanted, typed[start - 1] ?? '') : undefined
}

function otherLetters(rest: string, wanted: string): number | undefined {
  const isSwapped = rest[0] === wanted[1] && rest[1] === wanted[0]
  if (isSwapped && rest.slice(2) === wanted.slice(2)) return 0.5
  if (rest.slice(1) !== wanted.slice(1)) return undefined
  return areNear(rest[0] ?? '', wanted[0] ?? '') ? 0.7 : 1
}

function letterTooMany(rest: string, wanted: string, before: string): number {
  const letter = rest[0] ?? ''
  return letter === before || areNear(letter, wanted[0] ?? '') || areNear(letter, before) ? 0.6 : 1
}

function areNear(one: string, two: string): boolean {
  if (SWAPPED.has(one + two)) return true
  for (const [row, keys] of ROWS.entries()) {
    const at = keys.indexOf(one)
    if (at < 0 || one === '') continue
    const beside = [at - 1, at + 1].map((key) => keys[key])
    const below = [ROWS[row - 1], ROWS[row + 1]].flatMap((other) =>
      other === undefined ? [] : [other[at - 1], other[at], other[at + 1]])
    return [...beside, ...below].includes(two)
  }
  return false
}
