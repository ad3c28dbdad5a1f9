'use client'

import { buttonClass } from '@/components/ui/button'
import { printDateTime } from '@/lib/platform/dates'
import type { EntryInput, Slot, Theirs } from '@/lib/reports/entry/types'
import { BLANK_LABELS } from '@/lib/reports/labels'
import { useDesk } from './desk'

function wordsOf(input: EntryInput | null): string {
  if (!input) return 'trống'
  if ('text' in input) return input.text.trim() || 'trống'
  const more = [
    input.blankReason ? BLANK_LABELS[input.blankReason] : '',
    input.breakdown.some(Boolean) ? `chi tiết ${input.breakdown.map((part) => part || '–').join(' + ')}` : '',
    input.note.trim() ? `ghi chú “${input.note.trim()}”` : '',
  ].filter(Boolean)
  return [input.raw.trim() || (more.length > 0 ? '' : 'trống'), ...more].filter(Boolean).join(', ')
}

/** Two people, one cell: both values, whose and when, and a choice. */
export function ConflictChoice({ slot, theirs }: { slot: Slot; theirs: Theirs }) {
  const { queue } = useDesk()
  return (
    <div role="alert" className="conflict">
      <p>
        <b>{theirs.by ?? 'Người khác'}</b> đã lưu{theirs.at ? ` lúc ${printDateTime(theirs.at)}` : ''}:{' '}
        <b>{wordsOf(theirs.input)}</b>
      </p>
      <p>
        Bạn vừa nhập: <b>{wordsOf(slot.input)}</b>
      </p>
      <p className="flex flex-wrap justify-end gap-2">
        <button type="button" className={buttonClass()} onClick={() => queue.takeTheirs(slot.key)}>
          Lấy bản đã lưu
        </button>
        <button type="button" className={buttonClass()} onClick={() => queue.keepMine(slot.key)}>
          Giữ bản của tôi
        </button>
      </p>
    </div>
  )
}
