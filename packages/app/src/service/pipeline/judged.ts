// An inbox item with what was read in it.

import type { InboxItem } from '../store/types.ts'
import type { JudgeOutput } from './judge.ts'

export type JudgedItem = { readonly item: InboxItem; readonly output: JudgeOutput }
