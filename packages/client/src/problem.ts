// What the API says when it cannot do what was asked (RFC 9457), as an error.

export type FieldProblem = { readonly path: string; readonly message: string }

type Facts = {
  /** 0: no answer came. */
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail?: string
  readonly errors?: readonly FieldProblem[]
  /** With `second-factor-needed`: which ones there are. */
  readonly factors?: readonly string[]
}

export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  /** Of HTTP; 0: no answer came. */
  readonly status: number
  /** Which problem it is, as the API document names it: `scope-missing`. */
  readonly code: string
  readonly detail: string | undefined
  readonly errors: readonly FieldProblem[]
  readonly factors: readonly string[]

  constructor(facts: Facts, cause?: unknown) {
    const { status, code, title, detail, errors = [], factors = [] } = facts
    super(title, cause === undefined ? {} : { cause })
    this.status = status
    this.code = code
    this.detail = detail
    this.errors = errors
    this.factors = factors
  }

  /** From the body of an answer, whatever it is. */
  static of(status: number, body: unknown): ApiProblem {
    const { code, title, detail, errors, factors } =
      (typeof body === 'object' && body !== null ? body : {}) as Partial<Facts>
    return new ApiProblem({
      status, code: code ?? 'unknown', title: title ?? `Carom answered ${status}`,
      ...(detail === undefined ? {} : { detail }), ...(errors === undefined ? {} : { errors }),
      ...(factors === undefined ? {} : { factors }),
    })
  }
}
