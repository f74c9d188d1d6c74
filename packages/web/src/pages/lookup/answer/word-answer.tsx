// What a reason, a receiver's mark, a platform's label or a block list means.

import { Stack, Text } from '@mantine/core'
import type { WordExplanation } from '@carom/core/codes'
import { Fragment } from 'react'
import { Facts } from '../../../parts/facts.tsx'
import { SafeText } from '../../../parts/safe-text.tsx'
import { WordLink } from '../word-link.tsx'
import classes from './answer.module.css'
import { JudgementBadges, judgementFacts, WhatToDo } from './judgement.tsx'
import { Platforms } from './platforms.tsx'
import { References } from './references.tsx'

export function WordAnswer({ word: answer }: { readonly word: WordExplanation }) {
  const { kind, word, headline, meaning, judgement, others, definedBy, platforms } = answer
  return (
    <Stack gap="md">
      <div>
        <Text size="sm" c="dimmed">
          <Text span ff="monospace" fw={700}><SafeText text={word} /></Text> · {headline}
        </Text>
        <h2 className={classes['sentence']}>{meaning}</h2>
      </div>
      <JudgementBadges judgement={judgement} />
      <WhatToDo judgement={judgement} />
      <Facts rows={[
        ...judgementFacts(judgement),
        ['Also stands for', others.length === 0 ? undefined : others.map((reason, i) => (
          <Fragment key={reason}>
            {i === 0 ? '' : ', '}<WordLink kind="reason" word={reason} />
          </Fragment>
        ))],
        ['Said as', answer.says], ['Unlike', answer.unlike],
        ['Defined by', kind === 'reason' || definedBy.length === 0 ? undefined
          : <References list={definedBy} />],
      ]} />
      {kind === 'label' ? null : <Platforms table={platforms} />}
    </Stack>
  )
}
