// Events as text for programs: JSON lines, one JSON array, CSV.

import type { CaromEvent } from '@carom/core'
import { CSV_HEADER, formatCsvRow } from './csv.ts'

export type LineFormat = 'ndjson' | 'json' | 'csv'

type Frame = {
  readonly format: (event: CaromEvent) => string
  /**
   * Before the first event, between batches of them, after the last; and all there is without any.
   */
  readonly start: string
  readonly between: string
  readonly end: string
  readonly none: string
  /** Between two events of a batch, and after each batch. */
  readonly separator: string
  readonly batchEnd: string
}

const FORMATS: Readonly<Record<LineFormat, Frame>> = {
  ndjson: {
    format: JSON.stringify, start: '', between: '', end: '', none: '',
    separator: '\n', batchEnd: '\n',
  },
  json: {
    format: JSON.stringify, start: '[\n', between: ',\n', end: '\n]\n', none: '[]\n',
    separator: ',\n', batchEnd: '',
  },
  csv: {
    format: formatCsvRow, start: CSV_HEADER, between: '', end: '', none: CSV_HEADER,
    separator: '', batchEnd: '',
  },
}

export function frameOf(format: LineFormat): Frame {
  return FORMATS[format]
}

/** Events written one after the other, as soon as each is known: none is kept. */
export class EventLines {
  readonly #frame: Frame
  #lines: string[] = []

  constructor(format: LineFormat) {
    this.#frame = FORMATS[format]
  }

  add(event: CaromEvent): void {
    this.#lines.push(this.#frame.format(event))
  }

  /** All since the last call as one batch, empty where there are none. */
  take(): string {
    if (this.#lines.length === 0) return ''
    const batch = this.#lines.join(this.#frame.separator) + this.#frame.batchEnd
    this.#lines = []
    return batch
  }
}
