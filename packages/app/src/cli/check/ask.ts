// What is asked and answered about addresses, wherever the answer comes from.

/** An answer as the API writes it; times are ISO 8601. */
export type Asked = {
  readonly address: string
  readonly answer: 'send' | 'hold' | 'do-not-send'
  readonly reason?: string
  readonly since?: string
  readonly until?: string
  readonly why?: string
}

/** One answer for each address, in order. */
export type Ask = (addresses: readonly string[], list: string | undefined) => Promise<Asked[]>
