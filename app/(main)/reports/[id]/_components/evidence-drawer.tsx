'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Button, buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { printDate } from '@/lib/platform/dates'
import { fileSizeLabel, MEDIA_LABELS } from '@/lib/evidence/labels'
import type { EvidenceDto } from '@/lib/evidence/types'
import { listFiles, removeFile, uploadFile } from '@/lib/reports/evidence/client'
import { SECTION_LABELS } from '@/lib/reports/labels'
import { NARRATIVE_SECTIONS } from '@/lib/reports/types'

type Upload = {
  id: number
  file: File
  share: number
  problem: string | null
  /** The server will never take this file: sending it again leads nowhere. */
  hopeless?: boolean
}

const HOPELESS: readonly string[] = ['invalid', 'too_large', 'forbidden', 'not_found', 'locked']

/** The proof of one figure or section: what is there, looking at it, adding and taking off. */
export default function EvidenceDrawer({
  reportId,
  owner,
  title,
  editable,
  onClose,
  onCount,
}: {
  reportId: string
  /** An indicator's id or a narrative section. */
  owner: string
  title: string | null
  editable: boolean
  onClose: () => void
  onCount: (count: number) => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [files, setFiles] = useState<EvidenceDto[] | null>(null)
  const [uploads, setUploads] = useState<Upload[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [shown, setShown] = useState<EvidenceDto | null>(null)
  const [leaving, setLeaving] = useState<string | null>(null)
  const last = useRef(0)
  const section = NARRATIVE_SECTIONS.find((key) => key === owner)
  const name = title ?? (section ? SECTION_LABELS[section] : '')

  function show(found: Awaited<ReturnType<typeof listFiles>>) {
    if (!found.ok) return setProblem(found.message)
    setProblem(null)
    setFiles(found.value)
    onCount(found.value.length)
  }
  const load = async () => show(await listFiles(reportId, owner))

  const opened = useEffectEvent(show)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    void listFiles(reportId, owner).then(opened)
  }, [reportId, owner])

  const change = (id: number, part: Partial<Upload>) =>
    setUploads((before) => before.map((upload) => (upload.id === id ? { ...upload, ...part } : upload)))

  async function send(upload: Upload) {
    change(upload.id, { problem: null })
    const sent = await uploadFile(
      reportId,
      section ? { section } : { indicatorId: owner },
      upload.file,
      (share) => change(upload.id, { share }),
    )
    if (!sent.ok) return change(upload.id, { problem: sent.message, hopeless: HOPELESS.includes(sent.code) })
    setUploads((before) => before.filter(({ id }) => id !== upload.id))
    await load()
  }

  async function add(chosen: FileList | null) {
    const added = [...(chosen ?? [])].map((file): Upload => ({
      id: ++last.current,
      file,
      share: 0,
      problem: null,
    }))
    setUploads((before) => [...before, ...added])
    // One after another: a weak connection finishes one file rather than none of three.
    for (const upload of added) await send(upload)
  }

  async function remove(file: EvidenceDto) {
    const removed = await removeFile(file.id)
    setLeaving(null)
    if (!removed.ok) return setProblem(removed.message)
    if (shown?.id === file.id) setShown(null)
    await load()
  }

  return (
    <dialog ref={dialog} className="drawer" aria-labelledby="proof-title" onClose={onClose}>
      <div className="flex items-start justify-between gap-4">
        <h2 id="proof-title" className="text-lg">
          Minh chứng: {name}
        </h2>
        <button
          type="button"
          aria-label="Đóng"
          className="text-mute hover:text-ink -mt-1.5 -mr-2 rounded p-2 pointer-coarse:p-3.5"
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      {problem ? (
        <p role="alert" className="text-co mt-2">
          {problem}
        </p>
      ) : null}
      {files === null && !problem ? <p className="text-mute mt-3">Đang tải danh sách…</p> : null}
      {files?.length === 0 && uploads.length === 0 ? (
        <p className="text-mute mt-3">
          Chưa có tệp nào. Văn bản, ảnh, bảng tính chứng minh cho số liệu để ở đây.
        </p>
      ) : null}
      <ul className="mt-2">
        {files?.map((file) => (
          <li key={file.id} className="border-hair border-b py-2.5">
            <button
              type="button"
              className="link text-left break-words"
              aria-expanded={shown?.id === file.id}
              onClick={() => setShown(shown?.id === file.id ? null : file)}
            >
              {file.name}
            </button>
            <p className="text-mute text-xs">
              {MEDIA_LABELS[file.mediaType] ?? 'Tệp'}, {fileSizeLabel(file.size)}, {file.uploadedBy},{' '}
              {printDate(file.createdAt)}
            </p>
            <p className="flex flex-wrap items-center gap-4 text-sm">
              <a className={buttonClass('quiet')} href={`/api/app/v1/evidence/${file.id}?download`} download>
                Tải về
              </a>
              {editable && leaving !== file.id ? (
                <Button kind="quiet" onClick={() => setLeaving(file.id)}>
                  Gỡ
                </Button>
              ) : null}
              {leaving === file.id ? (
                <>
                  Gỡ tệp này?
                  <Button kind="danger" onClick={() => void remove(file)}>
                    Gỡ tệp
                  </Button>
                  <Button kind="quiet" onClick={() => setLeaving(null)}>
                    Thôi
                  </Button>
                </>
              ) : null}
            </p>
            {shown?.id === file.id ? <Preview file={file} /> : null}
          </li>
        ))}
        {uploads.map((upload) => (
          <li key={upload.id} className="border-hair border-b py-2.5">
            <p className="break-words">{upload.file.name}</p>
            {upload.problem ? (
              <p role="alert" className="text-co text-sm">
                {upload.problem}{' '}
                {upload.hopeless ? null : (
                  <Button kind="quiet" className="mr-3" onClick={() => void send(upload)}>
                    Gửi tiếp
                  </Button>
                )}
                <Button
                  kind="quiet"
                  onClick={() => setUploads((before) => before.filter(({ id }) => id !== upload.id))}
                >
                  Bỏ
                </Button>
              </p>
            ) : (
              <p className="text-mute flex items-center gap-3 text-xs">
                <progress
                  className="accent-cham"
                  value={upload.share}
                  aria-label={`Đang gửi ${upload.file.name}`}
                />
                Đã gửi {Math.round(upload.share * 100)}%
              </p>
            )}
          </li>
        ))}
      </ul>
      {editable ? (
        <label className={buttonClass('secondary', 'mt-4 focus-within:outline-2')}>
          Thêm tệp
          <input
            type="file"
            multiple
            className="sr-only"
            accept=".pdf,.png,.jpg,.jpeg,.webp,.gif,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods"
            onChange={(event) => {
              void add(event.target.files)
              event.target.value = ''
            }}
          />
        </label>
      ) : null}
      {editable ? (
        <p className="text-mute mt-1.5 text-xs">PDF, ảnh, Word, Excel, PowerPoint; mỗi tệp tối đa 10 MB.</p>
      ) : null}
    </dialog>
  )
}

function Preview({ file }: { file: EvidenceDto }) {
  const address = `/api/app/v1/evidence/${file.id}`
  if (file.display === 'download')
    return <p className="text-mute mt-2 text-sm">Loại tệp này chỉ xem được sau khi tải về.</p>
  if (file.mediaType.startsWith('image/'))
    // eslint-disable-next-line @next/next/no-img-element -- a private file, shown as it is
    return <img src={address} alt={file.name} className="border-line mt-2 max-h-[60dvh] max-w-full border" />
  const office = file.display !== 'inline'
  return (
    <iframe
      title={file.name}
      src={office ? `${address}/preview` : address}
      sandbox={office ? '' : undefined}
      className="border-line mt-2 h-[60dvh] w-full border bg-white"
    />
  )
}
