// A reply explained: its words marked, what the server says, the verdict, what to do, what else it
// could be, and what platforms make of it.

import { Code, Stack, Text } from '@mantine/core'
import { EvidenceText } from '../../../parts/evidence-text.tsx'
import { Facts, type Fact } from '../../../parts/facts.tsx'
import { LinkedText } from '../../../parts/linked-text.tsx'
import { SafeText } from '../../../parts/safe-text.tsx'
import type { ExplainedReply } from '../engine/types.ts'
import { WordLink } from '../word-link.tsx'
import classes from './answer.module.css'
import { CodeDetails } from './code-answer.tsx'
import { JudgementBadges, judgementFacts, WhatToDo } from './judgement.tsx'
import { Platforms } from './platforms.tsx'
import { Section } from './section.tsx'
import { Bar, formatShare, Sureness } from './sureness.tsx'

export function ReplyAnswer({ reply, hasText = true }: {
  readonly reply: ExplainedReply; readonly hasText?: boolean
}) {
  const { explanation, candidates } = reply
  const { text, sentence, judgement, deciding, notes, verdict, code, platforms } = explanation
  const others = candidates.filter(({ reason }) => reason !== verdict.reason)
  return (
    <Stack gap="md">
      <h2 className={classes['sentence']}><SafeText text={sentence} /></h2>
      <JudgementBadges judgement={judgement} />
      <WhatToDo judgement={judgement} />
      {hasText ? (
        <Section title="The words that decided">
          <EvidenceText text={text} spans={deciding.map(({ span: [from, to], meaning }) =>
            ({ from, to, rule: meaning }))} />
          <ul className={classes['words']}>
            {deciding.map(({ text: said, span, meaning }) => (
              <li key={`${span[0]} ${meaning}`}>
                <b><SafeText text={said} /></b>: {meaning}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Facts rows={[
        ...judgementFacts(judgement),
        ['How sure', <Sureness key="sure" share={verdict.confidence} />], ...grounds(reply),
      ]} />
      {notes.map((note) => <Text key={note} size="sm"><LinkedText text={note} /></Text>)}
      {others.length === 0 ? null : (
        <Section title="What else it could be">
          <div className={classes['candidates']}>
            {others.map(({ reason, confidence }) => [
              <WordLink key={reason} kind="reason" word={reason} />,
              <Bar key={`${reason} bar`} share={confidence} />,
              <span key={`${reason} share`}>{formatShare(confidence)}</span>,
            ])}
          </div>
        </Section>
      )}
      <Platforms table={platforms} />
      {code === undefined ? null : <CodeDetails answer={code} />}
    </Stack>
  )
}

function grounds({ explanation, language }: ExplainedReply): Fact[] {
  const { how, rule, code, receiver, tags, verdict } = explanation
  return [
    ['Decided by', how],
    ['Rule', rule === undefined ? undefined : <Code>{rule}</Code>],
    ['Code', code === undefined ? undefined : (
      <><WordLink kind="code" word={code.code} /> · {code.headline}</>
    )],
    ['Answer to', verdict.command],
    ['Receiver', receiver],
    ['Language', language === undefined ? undefined : nameLanguage(language)],
    ...tags.map(({ word, headline, meaning }): Fact => [`Mark ${word}`, `${headline}: ${meaning}`]),
  ]
}

function nameLanguage(tag: string): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
}
