// Leaves one group out, learns from the rest, and judges the group by each layer alone and by all.

import { createClassifier, type Classifier } from '../../packages/core/src/classify/classify.ts'
import { buildRules } from '../../packages/core/src/classify/build-automaton.ts'
import { compileKnowledge } from '../../packages/core/src/classify/knowledge.ts'
import { REASONS } from '../../packages/core/src/classify/reason-number.ts'
import { readReply } from '../../packages/core/src/classify/read-reply.ts'
import { hostTable } from '../../packages/core/src/classify/receiver-of-host.ts'
import { createReader, understand, type Reader } from '../../packages/core/src/classify/signals.ts'
import { KNOWLEDGE } from '../../packages/core/src/knowledge.ts'
import { AUTOMATON_SOURCE } from '../../packages/core/src/rules/automaton-source.ts'
import { reasonFact } from '../../packages/core/src/rules/reasons.ts'
import type { Reason } from '../../packages/core/src/rules/types.ts'
import { CONCEPTS_MAX } from '../../packages/core/src/text/limits.ts'
import { mix } from '../chance.ts'
import { CELLS_MAX, createReading, toExample, TRAIN_OPTIONS } from '../examples.ts'
import { packModel } from '../pack-model.ts'
import { scoreExample, trainLinear, type Example } from '../train-linear.ts'
import { readWordings, type Wording } from '../wordings.ts'
import type { Group } from './groups.ts'
import { FLOOR_OPTIONS, toFloorExample } from './linear-floor.ts'

/** Answers by confidence: tenths, and the last one in two. */
export const BINS: readonly number[] = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]

export type Counts = {
  texts: number
  /** Right answers of each way to judge. */
  floor: number
  exact: number
  grammar: number
  model: number
  together: number
  /** Good addresses, and those of them that are suppressed; bad ones, and those that are missed. */
  good: number
  goodSuppressed: number
  bad: number
  badMissed: number
  /** Bin of confidence → answers in it, and the right ones. */
  readonly said: number[]
  readonly true: number[]
}

export type Effort = {
  /** Learns from each so-manyth row alone. */
  readonly every: number
  readonly epochs: number
  readonly hasFloor: boolean
}

/** Fewer rows and rounds than in earnest: the last ones bring a point, and groups are many. */
export const FULL_EFFORT: Effort = { every: 2, epochs: 8, hasFloor: true }

export type Bench = {
  readonly rows: readonly Wording[]
  readonly examples: readonly Example[]
  readonly knowledge: typeof KNOWLEDGE
  readonly reader: Reader
  /** Row → language that it seems to be in, in lower case. */
  readonly languages: readonly (string | undefined)[]
  /** Row → a number that hangs on its text alone: a new row moves no other one. */
  readonly parts: readonly number[]
}

/** All rows, read once. */
export function createBench(): Bench {
  const knowledge = { ...KNOWLEDGE, ...buildRules(AUTOMATON_SOURCE) }
  const reading = createReading(knowledge)
  const rows = readWordings()
  return {
    rows,
    examples: rows.map((row) => toExample(reading, row)),
    knowledge,
    reader: createReader(compileKnowledge(knowledge), CONCEPTS_MAX),
    languages: rows.map(({ input }) => reading.explain(input).language?.toLowerCase()),
    parts: rows.map((row) => [...keyOf(row)].reduce(
      (part, letter) => mix(part ^ (letter.codePointAt(0) as number)), 0)),
  }
}

export function measureGroup(bench: Bench, group: Group, effort: Effort): Counts {
  const { rows, examples } = bench
  const isOut = rows.map((row) => group.files.test(row.file))
  const left = new Set<string | undefined>(group.languages)
  const isRelated = rows.map((_, i) => isOut[i] === true || left.has(bench.languages[i]))
  const rest = bench.parts.flatMap((part, i) =>
    isRelated[i] === true || part % effort.every !== 0 ? [] : [i])
  const learned = trainLinear(
    rest.map((i) => examples[i] as Example), { ...TRAIN_OPTIONS, epochs: effort.epochs, models: 1 })
  const floor = effort.hasFloor
    ? trainLinear(rest.map((i) => toFloorExample(rows[i] as Wording)), FLOOR_OPTIONS) : undefined
  const together = createClassifier({ ...bench.knowledge, model: packModel(learned, CELLS_MAX) })
  const seen = new Set(rest.map((i) => keyOf(rows[i] as Wording)))
  const counts = emptyCounts()
  rows.forEach((row, i) => {
    // A text that was learned from is no test, wherever it stands.
    if (isOut[i] !== true || seen.has(keyOf(row))) return
    counts.texts++
    const count = (way: 'floor' | 'exact' | 'grammar' | 'model', reason: string): void => {
      if (row.reasons.includes(reason)) counts[way]++
    }
    if (floor !== undefined) count('floor', bestOf(floor, toFloorExample(row)))
    count('model', bestOf(learned, examples[i] as Example))
    const alone = layersAlone(bench, row)
    count('exact', alone.exact)
    count('grammar', alone.grammar)
    countTogether(counts, row, together)
  })
  return counts
}

/** A text without what differs from one message to the next. */
function keyOf({ input }: Wording): string {
  return input.text.toLowerCase().replace(/\S*@\S*|\d+/g, '').replace(/[^\p{L}\p{M}]+/gu, ' ')
}

function bestOf(model: Parameters<typeof scoreExample>[0], example: Example): string {
  const logits = new Float64Array(REASONS.length)
  scoreExample(model, example, logits)
  return REASONS[logits.indexOf(Math.max(...logits))] as Reason
}

/** What a fixed sentence says, and what the strongest pattern of the grammar does. */
function layersAlone({ reader }: Bench, { input }: Wording): {
  exact: string; grammar: string
} {
  const { exact } = readReply({ reader, hosts: hostTable(reader.compiled.receivers) }, input)
  understand(reader)
  const { weight } = reader.scores
  const best = weight.indexOf(Math.max(...weight))
  return {
    exact: exact?.reason ?? 'unknown',
    grammar: weight[best] === 0 ? 'unknown' : REASONS[best] as Reason,
  }
}

function countTogether(counts: Counts, row: Wording, classifier: Classifier): void {
  const { reason, remedy, confidence } = classifier.classify(row.input)
  const isRight = row.reasons.includes(reason)
  if (isRight) counts.together++
  const answers = new Set(row.reasons.map((one) => reasonFact(one as Reason).remedy === 'suppress'))
  if (!answers.has(true)) {
    counts.good++
    if (remedy === 'suppress') counts.goodSuppressed++
  } else if (!answers.has(false)) {
    counts.bad++
    if (remedy !== 'suppress') counts.badMissed++
  }
  if (reason === 'unknown') return
  const bin = BINS.findLastIndex((from) => confidence >= from)
  counts.said[bin] = (counts.said[bin] as number) + 1
  if (isRight) counts.true[bin] = (counts.true[bin] as number) + 1
}

function emptyCounts(): Counts {
  return {
    texts: 0, floor: 0, exact: 0, grammar: 0, model: 0, together: 0,
    good: 0, goodSuppressed: 0, bad: 0, badMissed: 0,
    said: BINS.map(() => 0), true: BINS.map(() => 0),
  }
}

/** The counts of several groups as one. */
export function addCounts(list: readonly Counts[]): Counts {
  const sum = emptyCounts()
  for (const counts of list) {
    for (const name of Object.keys(sum) as (keyof Counts)[]) {
      const more = counts[name]
      const so = sum[name]
      if (typeof more === 'number') (sum[name] as number) = (so as number) + more
      else more.forEach((n, i) => { (so as number[])[i] = ((so as number[])[i] as number) + n })
    }
  }
  return sum
}
