// An answer, whatever was asked.

import { Paper, Stack } from '@mantine/core'
import { EmptyNotice } from '../../../parts/empty-notice.tsx'
import type { Answer } from '../engine/types.ts'
import { CodeAnswer } from './code-answer.tsx'
import { MessagesAnswer } from './messages-answer.tsx'
import { ReplyAnswer } from './reply-answer.tsx'
import { WordAnswer } from './word-answer.tsx'

export function AnswerView({ answer }: { readonly answer: Answer }) {
  switch (answer.kind) {
    case 'code': return <Paper withBorder p="md"><CodeAnswer code={answer.code} /></Paper>
    case 'reply': return <Paper withBorder p="md"><ReplyAnswer reply={answer.reply} /></Paper>
    case 'messages': return <MessagesAnswer answer={answer} />
    case 'nothing': return <EmptyNotice title={answer.title}>{answer.advice}</EmptyNotice>
    default: return (
      <Stack gap="md">
        {answer.words.map((word) => (
          <Paper key={`${word.kind} ${word.headline}`} withBorder p="md">
            <WordAnswer word={word} />
          </Paper>
        ))}
      </Stack>
    )
  }
}
