// Conditions of who sent the message: known, proved, not us. A bounce to a forged sender is mail
// that a stranger never asked for, so what is not proved is not bounced.

import type { Proof } from '../authenticate.ts'
import type { BounceFacts } from '../facts.ts'
import { AGE_HOURS_MAX, CLOCK_SKEW_MS } from '../limits.ts'
import { domainOf, isOneOf } from '../options.ts'
import { met, refused, type Finding, type Findings, type Rules } from './types.ts'

const HOUR_MS = 3_600_000

type SenderFindings = Pick<
  Findings, 'return-path' | 'authenticated' | 'dmarc' | 'age' | 'own-domain' | 'our-recipient' |
  'not-blocked'
>

export function checkSender(facts: BounceFacts, rules: Rules): SenderFindings {
  return {
    'return-path': checkReturnPath(facts),
    authenticated: checkAuthentication(facts),
    dmarc: checkDmarc(facts),
    age: checkAge(facts, rules),
    'own-domain': checkOwnDomain(facts),
    'our-recipient': checkRecipient(facts),
    'not-blocked': facts.refusedBy === undefined
      ? met('Mail of this sender is not refused yet.')
      : refused('Mail of this sender is refused already.', facts.refusedBy),
  }
}

function checkReturnPath({ returnPath }: BounceFacts): Finding {
  return returnPath.kind === 'address'
    ? met('The envelope sender is known.', `<${returnPath.address}>`)
    : refused(returnPath.refusal.because)
}

function checkAuthentication(facts: BounceFacts): Finding {
  const { returnPath, authentication: { proofs, problem } } = facts
  if (returnPath.kind !== 'address') return refused('Without an envelope sender nothing is proved.')
  const { address } = returnPath
  const domain = domainOf(address)
  // A Return-Path that its sender wrote differs from the envelope that our server looked at.
  const spf = proofs.find((proof) => isPass(proof, 'spf') && proof.domain === domain &&
    (proof.address ?? address.toLowerCase()) === address.toLowerCase())
  if (spf !== undefined) {
    return met(`A server of ${domain} sent it (SPF).`, describe(spf))
  }
  // A signature of the domain alone could be that of another user's mail, sent on to many with a
  // stranger as envelope sender: it counts where the signed author is the envelope sender.
  const isAuthor = facts.fromFields === 1 && facts.authors.length === 1 &&
    facts.authors[0] !== undefined && isSameSender(facts.authors[0], address)
  const signed = proofs.find((proof) =>
    (isPass(proof, 'dkim') && isBelow(domain, proof.domain)) ||
    (isPass(proof, 'dmarc') && proof.domain === domain))
  if (signed !== undefined && isAuthor) {
    const because = `The domain ${domain} signed it, and its author is the envelope sender.`
    return met(because, describe(signed))
  }
  const found = proofs.map(describe).join('; ')
  const why = signed !== undefined
    ? 'It is signed, but its author is not the envelope sender, so anyone may have sent it on.'
    : `Nothing proves that it comes from ${domain}: the envelope sender may be forged.`
  const more = problem === undefined ? '' : ` (${problem})`
  return refused(`${why}${more}`, found === '' ? undefined : found)
}

function isPass({ method, result }: Proof, wanted: Proof['method']): boolean {
  return method === wanted && result === 'pass'
}

function describe({ method, result, domain, from }: Proof): string {
  const where = from === 'header' ? 'as our server wrote' : 'checked now'
  return [`${method}=${result}`, domain, `(${where})`].filter((word) => word !== '').join(' ')
}

/** The same, or below it: who speaks for a domain speaks for what is below. */
function isBelow(domain: string, upper: string): boolean {
  return upper.includes('.') && (domain === upper || domain.endsWith(`.${upper}`))
}

/** Some servers put a signed tag before the address (BATV). */
function isSameSender(author: string, envelopeSender: string): boolean {
  const plain = envelopeSender.toLowerCase().replace(/^prvs=[0-9a-f]{10}=/, '')
  return author.toLowerCase() === plain
}

function checkDmarc({ authentication: { proofs } }: BounceFacts): Finding {
  // What our server found when the mail came in was nearer to the truth than what holds now.
  const results = proofs.filter(({ method }) => method === 'dmarc')
  const proof = results.find(({ from }) => from === 'header') ?? results[0]
  if (proof === undefined) return met('The author\'s domain has no rule about this (DMARC).')
  if (proof.result === 'fail') {
    return refused('The author is forged, by the rules of its domain (DMARC).', describe(proof))
  }
  return proof.result === 'temperror'
    ? refused('The author\'s domain cannot be asked for its rules now (DNS).', describe(proof))
    : met('The rules of the author\'s domain say nothing against it (DMARC).', describe(proof))
}

function checkAge({ arrivedAt, now }: BounceFacts, { ageHoursMax }: Rules): Finding {
  const hoursMax = Math.min(ageHoursMax, AGE_HOURS_MAX)
  if (arrivedAt === undefined) return refused('When it came in cannot be told.')
  const hours = (now - arrivedAt) / HOUR_MS
  const evidence = new Date(arrivedAt).toISOString()
  if (arrivedAt - now > CLOCK_SKEW_MS) {
    return { ...refused('It claims to come from the future.', evidence), isFinal: true }
  }
  return hours <= hoursMax
    ? met(`It came in within the last ${hoursMax} hours.`, evidence)
    : {
      ...refused(`It is older than ${hoursMax} hours: for its sender it is delivered.`, evidence),
      isFinal: hours > AGE_HOURS_MAX,
    }
}

function checkOwnDomain({ returnPath, ownDomains }: BounceFacts): Finding {
  if (returnPath.kind !== 'address') return met('There is no envelope sender that could be ours.')
  const domain = domainOf(returnPath.address)
  const own = ownDomains.find((one) => domain === one || domain.endsWith(`.${one}`))
  return own === undefined
    ? met('Its sender is not one of ours.')
    : refused('Its sender is one of our own domains.', own)
}

function checkRecipient({ addressed, delivered, ownAddresses }: BounceFacts): Finding {
  const found = addressed.find((address) => isOneOf(address, ownAddresses))
  if (found !== undefined) return met('It is addressed to this mailbox.', found)
  const how = delivered.some((address) => isOneOf(address, ownAddresses))
    ? 'It was a blind copy, or was sent on: its sender does not know this address.'
    : 'None of the addresses of this mailbox is in its To or Cc.'
  return refused(how, addressed.slice(0, 5).join(', '))
}
