// What is asked and answered about addresses, wherever the answer comes from.

/** An answer as the API writes it; times are ISO 8601. */
export type Asked = {
  readonly address: string
  readonly answer: 'send' | 'hold' | 'do-not-send'
  readonly reason?: string
  readonly since?: string
  readonly until?: string
  readonly why?: string
  readonly advice?: AskedAdvice
}

/** The parts of the advice that are shown to people. */
export type AskedAdvice = {
  readonly findings: readonly { readonly reason: string; readonly about?: string }[]
  readonly suggestion?: string
  readonly bounceChance: number
  readonly mail: { readonly waitUntil?: string }
  readonly pacing?: { readonly receiver: string; readonly resumeAt?: string }
}

/** What is asked beside the answer: advice, and the DNS for it. */
export type AskedMore = { readonly advice: boolean; readonly asksDns: boolean }

/** One answer for each address, in order. */
export type Ask = (addresses: readonly string[], list: string | undefined) => Promise<Asked[]>
