import type { Card } from '#cards/card.ts'
import { noticeCard, taskCard, type NoticeShown } from '#cards/notice.ts'
import type { Notice } from '#db/notices.ts'

/** A notice as the school has it in hand now: to be signed, or to be put right; `note` says what has changed. */
export const schoolCard = (notice: Pick<Notice, 'state'>, shown: NoticeShown, note: string): Card =>
  notice.state === 'issued' ? noticeCard(shown, note) : taskCard(shown, note)
