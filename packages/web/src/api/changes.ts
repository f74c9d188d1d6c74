// What people change about addresses.

import { answerOf, api } from './client.ts'
import { ApiProblem } from '@carom/client'
import type { paths } from '@carom/client'

type BodyOf<Path extends keyof paths> = paths[Path] extends {
  readonly post: { readonly requestBody?: { readonly content: { 'application/json': infer Body } } }
} ? Body : never

export type LiftBody = BodyOf<'/v1/suppressions/lift'>
export type SuppressBody = Exclude<BodyOf<'/v1/suppressions'>, readonly unknown[]>

export async function lift(body: LiftBody) {
  return await answerOf(api.POST('/v1/suppressions/lift', { body }))
}

/** The suppression is as it was before it was lifted. */
export async function undoLift({ address, list }: { address: string; list: string }) {
  return await answerOf(api.POST('/v1/suppressions/lift/undo', {
    body: { address, ...(list === '' ? {} : { list }) },
  }))
}

/** @throws ApiProblem, also where the address is none */
export async function suppress(body: SuppressBody) {
  const answer = await answerOf(api.POST('/v1/suppressions', { body }))
  const [refused] = answer.refused
  if (refused === undefined) return answer
  throw new ApiProblem({
    status: 422, code: 'address-refused', title: 'Nothing was suppressed', detail: refused.why,
  })
}
