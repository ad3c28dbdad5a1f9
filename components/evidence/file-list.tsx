'use client'

import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { removeFile, uploadFile } from '@/lib/evidence/client'
import { fileSizeLabel, MEDIA_LABELS } from '@/lib/evidence/labels'
import { EVIDENCE_MEDIA, type EvidenceDto, type FileOwner } from '@/lib/evidence/types'
import { printDate } from '@/lib/platform/dates'

/**
 * The files beside a row, each to open or keep; with `canChange` also to add and to take off. Sending goes in chunks and
 * goes on where it broke off when the same file is chosen again.
 */
export function FileList({
  files,
  owner,
  canChange,
  addLabel = 'Thêm tệp',
  only,
  empty,
}: {
  files: EvidenceDto[]
  owner: { ownerKind: FileOwner; ownerId: string }
  canChange: boolean
  addLabel?: string
  /** One Excel workbook, instead of any number of papers and pictures. */
  only?: 'workbook'
  /** What to say where there is no file; nothing where it is left out. */
  empty?: string
}) {
  const router = useRouter()
  const id = useId()
  const [share, setShare] = useState<number | null>(null)
  const [wrong, setWrong] = useState('')
  const [done, setDone] = useState('')

  async function add(input: HTMLInputElement) {
    setWrong('')
    setDone('')
    for (const file of [...(input.files ?? [])]) {
      setShare(0)
      const sent = await uploadFile(owner, file, setShare)
      if (sent.ok) setDone(`Đã thêm “${sent.value.name}”.`)
      else setWrong(sent.message)
    }
    setShare(null)
    input.value = ''
    router.refresh()
  }

  async function remove(file: EvidenceDto) {
    if (!confirm(`Gỡ tệp “${file.name}”?`)) return
    const removed = await removeFile(file.id)
    setWrong(removed.ok ? '' : removed.message)
    setDone(removed.ok ? `Đã gỡ “${file.name}”.` : '')
    router.refresh()
  }

  return (
    <div>
      {files.length > 0 ? (
        <ul className="grid gap-1">
          {files.map((file) => (
            <li key={file.id} className="flex flex-wrap items-baseline gap-x-3">
              <a
                href={`/api/app/v1/files/${file.id}`}
                target="_blank"
                rel="noopener"
                className="link break-words"
              >
                {file.name}
              </a>
              <span className="text-mute text-xs">
                {MEDIA_LABELS[file.mediaType] ?? 'Tệp'}, {fileSizeLabel(file.size)},{' '}
                {printDate(file.createdAt)}
              </span>
              {canChange ? (
                <Button kind="quiet" onClick={() => remove(file)}>
                  Gỡ<span className="sr-only"> {file.name}</span>
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : empty ? (
        <p className="text-mute">{empty}</p>
      ) : null}
      {canChange ? (
        <div className="no-print mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
          <label
            htmlFor={id}
            className={buttonClass(
              'secondary',
              'cursor-pointer focus-within:outline-2 has-[:disabled]:cursor-default',
            )}
          >
            {share === null ? addLabel : `Đang gửi ${Math.round(share * 100)}%`}
            <input
              id={id}
              type="file"
              multiple={!only}
              className="sr-only"
              accept={only ? '.xlsx' : Object.keys(EVIDENCE_MEDIA).join(',')}
              disabled={share !== null}
              onChange={(event) => void add(event.currentTarget)}
            />
          </label>
          <span className="text-mute text-xs">
            {only ? 'Excel (.xlsx), tối đa 10 MB' : 'PDF, ảnh, Word, Excel; mỗi tệp tối đa 10 MB'}
          </span>
        </div>
      ) : null}
      <p role="status" className={wrong ? 'text-co mt-1 text-xs' : 'text-mute mt-1 text-xs empty:hidden'}>
        {wrong || done}
      </p>
    </div>
  )
}
