// @carom/client: the API of a Carom service from TypeScript, typed by its own document.

export { answerOf, type Answered } from './answer.ts'
export { createCaromClient } from './client.ts'
export type {
  CaromClient, CheckOptions, ClientOptions, FixLink, FixLinkRequest, OptInRequest, Send,
} from './client.ts'
export type { components, paths } from './contract.ts'
export { ApiProblem } from './problem.ts'
export type { FieldProblem } from './problem.ts'
