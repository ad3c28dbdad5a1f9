'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Button, LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { applyForm, previewForm } from '@/lib/documents/sheets/client'
import type { ImportOutcome, ImportPreview } from '@/lib/documents/sheets/types'
import { ImportTable } from './import-table'

/** Choosing a filled form, looking at all it would do, and bringing it in. */
export function FormUpload({ reportId }: { reportId: string }) {
  const router = useRouter()
  const [file, setFile] = useState<File | null>(null)
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [busy, setBusy] = useState<'reading' | 'saving' | null>(null)
  const key = useRef('')
  const box = useRef<HTMLInputElement>(null)

  async function look(chosen: File) {
    setFile(chosen)
    setPreview(null)
    setOutcome(null)
    setProblem(null)
    setBusy('reading')
    const result = await previewForm(reportId, chosen)
    setBusy(null)
    if (result.ok) {
      key.current = newKey()
      setPreview(result.value)
    } else setProblem(result.message)
  }

  async function bringIn() {
    if (!file || !preview || busy) return
    setBusy('saving')
    setProblem(null)
    const result = await applyForm(reportId, file, preview.plan, key.current)
    setBusy(null)
    if (!result.ok) {
      setProblem(result.message)
      return
    }
    setOutcome(result.value)
    setPreview(null)
    if (box.current) box.current.value = ''
    router.refresh()
  }

  const changes = preview ? preview.counts.NEW + preview.counts.CHANGED : 0
  return (
    <div className="mt-2">
      <label className="block max-w-[520px]">
        <span className="text-mute block text-sm">Tệp biểu đã điền (.xlsx)</span>
        <input
          ref={box}
          type="file"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          className="border-edge mt-1 block w-full rounded border px-2 py-1.5 pointer-coarse:min-h-11"
          disabled={busy !== null}
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0]
            if (chosen) void look(chosen)
          }}
        />
      </label>
      <div role="status">
        {busy ? (
          <p className="text-mute mt-3">{busy === 'reading' ? 'Đang đọc biểu…' : 'Đang ghi số liệu…'}</p>
        ) : null}
      </div>
      {problem ? <Notice kind="error" title={problem} /> : null}
      {outcome ? (
        <Notice
          kind="success"
          title={
            outcome.saved > 0
              ? `Đã ghi ${outcome.saved} số liệu từ biểu.`
              : 'Biểu không có gì mới, không ghi gì.'
          }
        >
          {outcome.left > 0 ? <p>{outcome.left} dòng không nhận được giữ như cũ.</p> : null}
          <p>
            <Link href={`/reports/${reportId}`}>Về trang nhập báo cáo</Link>
          </p>
        </Notice>
      ) : null}
      {preview ? (
        <>
          <ImportTable preview={preview} />
          <div className="mt-5 flex flex-wrap items-center justify-end gap-4">
            <LinkButton kind="quiet" href={`/reports/${reportId}`}>
              Thôi, không ghi
            </LinkButton>
            {changes > 0 ? (
              <Button kind="primary" onClick={() => void bringIn()} disabled={busy !== null}>
                Ghi {changes} số liệu
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </div>
  )
}

/** crypto.randomUUID exists on https only. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
