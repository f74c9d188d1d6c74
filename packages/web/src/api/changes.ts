// What people change about addresses.

import { answerOf, api } from './client.ts'
import type { paths } from './contract.ts'

type BodyOf<Path extends keyof paths> = paths[Path] extends {
  readonly post: { readonly requestBody?: { readonly content: { 'application/json': infer Body } } }
} ? Body : never

export type LiftBody = BodyOf<'/v1/suppressions/lift'>
export type SuppressBody = Exclude<BodyOf<'/v1/suppressions'>, readonly unknown[]>

export async function lift(body: LiftBody) {
  return await answerOf(api.POST('/v1/suppressions/lift', { body }))
}

/** @throws TypeError with the reason where the address is none */
export async function suppress(body: SuppressBody) {
  const answer = await answerOf(api.POST('/v1/suppressions', { body }))
  const [refused] = answer.refused
  if (refused !== undefined) throw new RefusedAddress(refused.why)
  return answer
}

export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress'
}
