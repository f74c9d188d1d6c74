// Secrets that are random: long enough that a fast hash of them can be kept.

import { hash, randomBytes } from 'node:crypto'

/** 256 random bits, as a cookie or a link carries them. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(9).toString('base64url')}`
}

/** What the store keeps of a token. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url')
}

/** The token that pages send with what changes something; who has it cannot make the cookie. */
export function csrfOf(token: string): string {
  return hash('sha256', `carom-csrf:${token}`, 'base64url')
}
