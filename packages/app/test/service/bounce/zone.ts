// Names as DNS would answer them, and the keys behind their signatures.

import { generateKeyPairSync } from 'node:crypto'
import { dkimSign } from 'mailauth'
import type { Resolve } from '../../../src/service/bounce/authenticate.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
export const PRIVATE_KEY: string = privateKey
export const KEY_RECORD: string = `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`

/** Senders whose mail is signed with the key above, and where their servers are. */
const TEXTS: Readonly<Record<string, string>> = {
  'shop.example': 'v=spf1 ip4:192.0.2.25 -all',
  '_dmarc.shop.example': 'v=DMARC1; p=reject',
  'free.example': 'v=spf1 ip4:192.0.2.30 ~all',
  '_dmarc.strict.example': 'v=DMARC1; p=reject; adkim=s; aspf=s',
  'strict.example': 'v=spf1 ip4:192.0.2.40 -all',
  'plain.example': 'v=spf1 -all',
}

export const resolve: Resolve = async (name, type) => {
  const text = name.startsWith('s1._domainkey.') ? KEY_RECORD : TEXTS[name.toLowerCase()]
  if (type !== 'TXT' || text === undefined) {
    throw Object.assign(new Error(`${type} ${name} is not there`), { code: 'ENOTFOUND' })
  }
  return [[text]]
}

/** The message with a signature of the domain on top. */
export async function signed(
  message: string | Buffer, domain: string, maxBodyLength?: number,
): Promise<Buffer> {
  const bytes = Buffer.from(message)
  const key = {
    signingDomain: domain, selector: 's1', privateKey: PRIVATE_KEY,
    ...(maxBodyLength === undefined ? {} : { maxBodyLength }),
  }
  const { signatures, errors } = await dkimSign(bytes, {
    ...key, signatureData: [key], canonicalization: 'relaxed/relaxed',
    signTime: new Date(Date.now() - 60_000),
    headerList: 'From:Subject:Date:Message-ID:To:Cc:List-Unsubscribe:List-Unsubscribe-Post',
  })
  if (signatures === '') throw new Error(errors[0]?.err.message ?? 'not signed')
  return Buffer.concat([Buffer.from(signatures), bytes])
}
