// From what a request was answered with to what was asked for.

import { ApiProblem } from './problem.ts'

/** What a method of `api` resolves with. */
export type Answered<Data> = {
  readonly data?: Data; readonly error?: unknown; readonly response: Response
}

/**
 * What was asked for: `await answerOf(carom.api.GET('/v1/sources'))`.
 * @throws ApiProblem that says why not
 */
export async function answerOf<Data>(asked: Promise<Answered<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await asked.catch((cause: unknown) => {
    throw new ApiProblem({ status: 0, code: 'unreachable', title: 'Carom does not answer' }, cause)
  })
  if (response.ok) return data as NonNullable<Data>
  throw ApiProblem.of(response.status, error)
}
