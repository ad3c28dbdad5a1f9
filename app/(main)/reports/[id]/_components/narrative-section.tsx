'use client'

import { useLayoutEffect, useRef } from 'react'
import { SECTION_LABELS } from '@/lib/reports/labels'
import type { NarrativeSectionKey } from '@/lib/reports/types'
import { ConflictChoice } from './conflict-choice'
import { asText, useDesk, useSlot } from './desk'

const HINTS: Record<NarrativeSectionKey, string> = {
  HIGHLIGHTS: 'Những kết quả đáng nêu nhất của kỳ, mỗi ý một dòng.',
  GOOD_PRACTICES: 'Tên mô hình, nơi làm, cách làm, kết quả, khả năng nhân rộng.',
  DIFFICULTIES: 'Việc chưa đạt, chỗ còn vướng.',
  CAUSES: 'Nguyên nhân khách quan, chủ quan.',
  PROPOSALS: 'Đề xuất, kiến nghị với cụm, với TW Hội, với cấp ủy, chính quyền.',
  DIRECTIONS: 'Việc chính của thời gian tới.',
  PARTY_COMMITTEE_OPINION: 'Tóm tắt ý kiến nhận xét của cấp ủy; đính kèm văn bản ở dưới.',
}

const STATE_WORDS = {
  saved: 'Đã lưu',
  unsaved: 'Chưa lưu',
  saving: 'Đang lưu…',
  held: 'Chưa lưu',
  refused: 'Lỗi',
  conflict: 'Cần chọn',
} as const

/** One section of the narrative, saved as it is typed. */
export function NarrativeSection({
  section,
  files,
  onProof,
}: {
  section: NarrativeSectionKey
  files: number
  onProof: (section: string) => void
}) {
  const { queue } = useDesk()
  const key = `n:${section}` as const
  const slot = useSlot(key)
  const { text } = asText(slot)
  const box = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    const typed = box.current?.value
    const known = queue.slot(key)
    // A form normalises line breaks; only words make a difference here.
    if (
      typed !== undefined &&
      known &&
      'text' in known.input &&
      typed !== known.input.text.replace(/\r\n?/g, '\n')
    )
      queue.type(key, { text: typed })
  }, [queue, key])
  const grave = slot?.state === 'refused' || slot?.state === 'conflict'
  return (
    <section className="mt-4 max-w-[88ch]">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={key} className="text-lg font-semibold">
          {SECTION_LABELS[section]}
        </label>
        <span className={grave ? 'text-co font-semibold' : 'text-mute'}>
          {slot && (slot.version > 0 || slot.state !== 'saved') ? STATE_WORDS[slot.state] : ''}
        </span>
      </div>
      <p id={`${key}-h`} className="text-mute mb-1.5 text-sm">
        {HINTS[section]}
      </p>
      <textarea
        ref={box}
        id={key}
        name={`text|${key}`}
        className="box field-sizing-content min-h-[260px] leading-relaxed"
        rows={12}
        maxLength={20_000}
        aria-describedby={`${key}-h`}
        value={text}
        onChange={(event) => queue.type(key, { text: event.target.value })}
        onBlur={() => queue.commit(key)}
      />
      <input type="hidden" name={`version|${key}`} value={slot?.version ?? 0} readOnly />
      <p className="text-co min-h-5 text-sm">{slot?.state === 'refused' ? slot.message : null}</p>
      {slot?.state === 'conflict' && slot.theirs ? <ConflictChoice slot={slot} theirs={slot.theirs} /> : null}
      <p className="text-sm">
        Tệp kèm theo:{' '}
        <a
          href={`?muc=${section}&minh-chung=${section}`}
          className="text-cham2 underline underline-offset-3"
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey) return
            event.preventDefault()
            onProof(section)
          }}
        >
          {files > 0 ? `${files} tệp` : 'Thêm tệp'}
        </a>
      </p>
    </section>
  )
}
