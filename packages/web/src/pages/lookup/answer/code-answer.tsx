// What a code means: its two readings, who defines it, who uses it for what.

import { List, Stack, Text } from '@mantine/core'
import type { CodeExplanation, CompactReading, EnhancedCodeNote } from '@carom/core/codes'
import { Facts, type Fact } from '../../../parts/facts.tsx'
import { WordLink } from '../word-link.tsx'
import { JudgementBadges, judgementFacts, WhatToDo } from './judgement.tsx'
import { Platforms } from './platforms.tsx'
import { References } from './references.tsx'
import { Section } from './section.tsx'
import { Sureness } from './sureness.tsx'
import { Uses } from './uses.tsx'
import classes from './answer.module.css'

export function CodeAnswer({ code: answer }: { readonly code: CodeExplanation }) {
  const { code, headline, meaning, judgement, notes, known, members, platforms } = answer
  const { trust, remedy } = judgement
  return (
    <Stack gap="md">
      <div>
        <Text size="sm" c="dimmed">
          <Text span ff="monospace" fw={700}>{code}</Text> · {headline}
        </Text>
        <h2 className={classes['sentence']}>{meaning}</h2>
      </div>
      <JudgementBadges judgement={judgement} />
      <WhatToDo judgement={judgement} />
      <Facts rows={[
        ...judgementFacts(judgement),
        ['How sure', trust === undefined || remedy === 'none' ? undefined
          : <Sureness share={trust} more="by the code alone; the words of a reply count more" />],
      ]} />
      {notes.map((note) => <Text key={note} size="sm">{note}</Text>)}
      <CodeDetails answer={answer} />
      {known && members.length === 0 ? <Platforms table={platforms} /> : null}
    </Stack>
  )
}

/** All but the judgement: shown of the code of a reply too. */
export function CodeDetails({ answer }: { readonly answer: CodeExplanation }) {
  const { reply, enhanced, members } = answer
  // Beside an enhanced code the three digits say little.
  const only = enhanced === undefined ? reply : undefined
  return (
    <>
      {only?.compact === undefined ? null
        : <Readings code={only.code} meaning={only.meaning} compact={only.compact} />}
      <Section title="Digit by digit"><Facts rows={digits(answer)} /></Section>
      {members.length === 0 ? null : (
        <Section title="Codes of this family">
          <Facts rows={members.map((row): Fact => [row.code, (
            <>
              {row.meaning} <WordLink kind="code" word={row.code}>More</WordLink>
            </>
          )])} />
        </Section>
      )}
      {enhanced === undefined || enhanced.vendors.length === 0 ? null : (
        <Section title="Vendors mean"><Vendors enhanced={enhanced} /></Section>
      )}
      <Section title="Defined by"><Facts rows={definitions(answer)} /></Section>
      {only === undefined || only.byCommand.length === 0 ? null : (
        <Section title="As the answer to">
          <Facts rows={only.byCommand.map(({ command, reason, title }): Fact =>
            [command, <><WordLink kind="reason" word={reason} /> · {title}</>])} />
        </Section>
      )}
      {enhanced === undefined ? null : <Uses code={enhanced.code} uses={enhanced.uses} />}
      {only === undefined ? null
        : <Uses code={String(only.code)} uses={only.uses} collected={only.collected} />}
    </>
  )
}

function Readings({ code, meaning, compact }: {
  readonly code: number; readonly meaning: string; readonly compact: CompactReading
}) {
  return (
    <Section title={`Two readings of ${code}`}>
      <Facts rows={[
        ['In a server’s reply', meaning],
        [`As ${compact.enhanced}`,
          `${compact.name}; “${compact.bounceType}” in the table without dots`],
      ]} />
      <Text size="sm">{compact.answer}</Text>
      <Text size="sm" c="dimmed">{compact.origin}</Text>
    </Section>
  )
}

function digits({ reply, enhanced }: CodeExplanation): Fact[] {
  const rows: Fact[] = []
  if (reply !== undefined) {
    if (enhanced !== undefined) rows.push([String(reply.code), reply.meaning])
    rows.push([`${Math.floor(reply.code / 100)}xx`, reply.classMeaning])
  }
  if (enhanced === undefined) return rows
  const [first = 'x', subject = 'x'] = enhanced.code.split('.')
  if (reply === undefined) rows.push([`${first}.y.z`, enhanced.classMeaning])
  rows.push([`x.${subject}.z`, enhanced.subjectMeaning])
  const [, transient] = enhanced.judgements
  if (transient !== undefined) {
    const { bounceType, title, advice } = transient.judgement
    rows.push([transient.code, `${bounceType}, “${title}”. ${advice}`])
  }
  return rows
}

function Vendors({ enhanced }: { readonly enhanced: EnhancedCodeNote }) {
  return (
    <List size="sm" spacing={4}>
      {enhanced.vendors.map(({ vendor, code, meaning, differs, judgement }) => (
        <List.Item key={`${vendor} ${code}`}>
          <b>{vendor}</b>: {meaning} That is <WordLink kind="reason" word={judgement.reason} />
          {code.includes('-') ? `, as all of ${code}` : ''}
          {differs ? ', unlike the registry' : ''}.
        </List.Item>
      ))}
    </List>
  )
}

function definitions({ reply, enhanced }: CodeExplanation): Fact[] {
  return [
    ...reply === undefined ? []
      : [[String(reply.code), <References key="reply" list={reply.definedBy} />] as const],
    ...enhanced === undefined ? []
      : [[enhanced.code, <References key="enhanced" list={enhanced.definedBy} />] as const],
    ['Paired with', enhanced === undefined || enhanced.paired.length === 0 ? undefined
      : `${enhanced.paired.join(', ')}, by the registry`],
  ]
}
