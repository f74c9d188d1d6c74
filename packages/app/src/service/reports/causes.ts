// Why messages of a source did not pass DMARC, in words, from what the receiver saw of SPF and
// DKIM.

import type { DmarcLine } from './types.ts'

/** One cause of SPF and one of DKIM; both have to fail for DMARC to fail. */
export function causesOf(line: DmarcLine): string[] {
  return line.dkim || line.spf ? [] : [dkimCause(line), spfCause(line)]
}

function dkimCause({ dkimDomain, dkimSelector, dkimResult, headerFrom }: DmarcLine): string {
  if (dkimDomain === '') return `It is not signed: let it sign with a key of ${headerFrom}.`
  if (dkimResult === 'pass') {
    return `It is signed by ${dkimDomain}, not by ${headerFrom}: set up a key of your own there.`
  }
  const key = dkimSelector === '' ? '' : `, selector ${dkimSelector}`
  if (dkimResult === 'temperror') return `The key of ${dkimDomain}${key} could not be fetched.`
  if (dkimResult === 'permerror' || dkimResult === 'neutral') {
    return `The key or signature of ${dkimDomain}${key} is faulty or not there.`
  }
  return `The signature of ${dkimDomain}${key} does not hold: the key is another one, or the ` +
    'message was changed on the way.'
}

function spfCause({ spfDomain, spfResult, headerFrom }: DmarcLine): string {
  if (spfDomain === '') return 'SPF found nothing to check.'
  if (spfResult === 'pass') {
    return `Its return path is ${spfDomain}, which does not align with ${headerFrom}: let it use ` +
      `one such as bounce.${headerFrom}.`
  }
  if (spfResult === 'none') return `${spfDomain}, its return path, has no SPF record.`
  if (spfResult === 'permerror') return `The SPF record of ${spfDomain} has a fault.`
  if (spfResult === 'temperror') return `The SPF record of ${spfDomain} could not be fetched.`
  return `The SPF record of ${spfDomain} does not name it.`
}
