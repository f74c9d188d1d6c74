// Writes judged pieces to standard output, in the format that was asked for.

import type { CaromEvent } from '@carom/core'
import type { Io, Output } from '../command.ts'
import { frameOf, type LineFormat } from './lines.ts'
import { createStyle } from './style.ts'
import { Table } from './table.ts'

/** Takes the lines of one piece after the other, each empty where it has no events. */
export type EventWriter = {
  readonly write: (lines: string | Uint8Array) => Promise<void>
  readonly end: () => Promise<void>
}

export function createLineWriter(output: Output, format: LineFormat): EventWriter {
  const frame = frameOf(format)
  let isEmpty = true
  return {
    async write(lines) {
      if (lines.length === 0) return
      const before = isEmpty ? frame.start : frame.between
      isEmpty = false
      if (before !== '') await output.write(before)
      await output.write(lines)
    },
    async end() {
      const after = isEmpty ? frame.none : frame.end
      if (after !== '') await output.write(after)
    },
  }
}

/** A table for people; its pieces come as JSON lines. */
export function createTableWriter(io: Io): EventWriter {
  const table = new Table(io.columns, createStyle(io.stdout, io.env))
  return {
    async write(lines) {
      const text = typeof lines === 'string' ? lines : Buffer.from(lines).toString()
      const events = text.split('\n').filter((line) => line !== '')
      await writeText(io.stdout, table.add(events.map((line) => JSON.parse(line) as CaromEvent)))
    },
    end: () => writeText(io.stdout, table.end()),
  }
}

async function writeText(output: Output, text: string): Promise<void> {
  if (text !== '') await output.write(text)
}
