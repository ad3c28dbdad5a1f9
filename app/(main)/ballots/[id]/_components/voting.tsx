'use client'

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import {
  canVoteHere,
  castPaper,
  fingerprintOf,
  fromBase64,
  makePaper,
  prepareToken,
  receiptFor,
  requestSignature,
  unblind,
} from '@/lib/ballots/client'
import { keepDevicePaper, readDevicePaper, type DevicePaper } from '@/lib/ballots/device/client'
import type { BallotState, VoterPageDto } from '@/lib/ballots/types'

type Ballot = {
  id: string
  state: BallotState
  choose: number
  keyNumber: number
  publicKey: string | null
  candidates: { id: string; label: string }[]
}

const BIG = buttonClass('primary', 'mt-4 min-h-14! w-full text-lg')
/** A blank paper is cast on purpose: its button does not invite. */
const BLANK = buttonClass('secondary', 'mt-4 min-h-14! w-full text-lg')
const UNSEEN = 'Thiết bị này không lưu được phiếu. Hãy dùng trình duyệt khác, không dùng chế độ ẩn danh.'

/** Receives, keeps, casts and shows the receipt of one electronic paper. Who cast what is known on this device alone. */
export function Voting({
  ballot,
  voter,
  accountId,
}: {
  ballot: Ballot
  voter: VoterPageDto['voter']
  accountId: string
}) {
  const [mine, setMine] = useState<DevicePaper | null | undefined>(undefined)
  const [trouble, setTrouble] = useState('')
  const [busy, setBusy] = useState('')
  const [fingerprint, setFingerprint] = useState('')
  const working = useRef(false)
  const { id, keyNumber, publicKey } = ballot

  const keep = useCallback(
    async (paper: DevicePaper) => {
      await keepDevicePaper(id, accountId, paper)
      setMine(paper)
    },
    [id, accountId],
  )

  useEffect(() => {
    let gone = false
    void (async () => {
      if (!canVoteHere()) return
      try {
        const kept = await readDevicePaper(id, accountId)
        const print = publicKey ? await fingerprintOf(publicKey) : ''
        if (gone) return
        setMine(kept?.keyNumber === keyNumber ? kept : null)
        setFingerprint(print)
      } catch {
        if (!gone) setTrouble(UNSEEN)
      }
    })()
    return () => {
      gone = true
    }
  }, [id, accountId, keyNumber, publicKey])

  async function work(saying: string, act: () => Promise<string>) {
    if (working.current) return
    working.current = true
    setBusy(saying)
    setTrouble('')
    try {
      setTrouble(await act())
    } catch {
      setTrouble('Có lỗi trên thiết bị này. Hãy tải lại trang rồi làm lại; phiếu đã nhận không mất.')
    } finally {
      working.current = false
      setBusy('')
    }
  }

  const receive = () =>
    work('Đang nhận phiếu…', async () => {
      if (!publicKey) return 'Chưa phát phiếu.'
      const pending = mine?.pending ?? (await prepareToken(publicKey, keyNumber))
      await keep({ keyNumber, pending })
      const answer = await requestSignature(id, pending)
      if (!answer.ok) return answer.message
      await keep({ keyNumber, held: await unblind(pending, fromBase64(answer.value.signature)) })
      return ''
    })

  const cast = (choices: number[]) =>
    work('Đang gửi phiếu…', async () => {
      if (!mine?.held) return ''
      const paper = mine.sent ?? makePaper(mine.held, choices)
      await keep({ ...mine, sent: paper })
      const answer = await castPaper(id, paper)
      if (!answer.ok) {
        if (answer.code === 'invalid') await keep({ keyNumber, held: mine.held })
        return answer.message
      }
      const receipt = await receiptFor(paper)
      await keep({ keyNumber, receipt })
      return receipt === answer.value.receipt
        ? ''
        : 'Máy chủ trả về một biên nhận khác. Hãy báo ban kiểm phiếu.'
    })

  if (!voter && ballot.state !== 'DRAFT') return <Onlooker />
  if (trouble === UNSEEN) return <Notice kind="error" title={UNSEEN} />
  return (
    <section aria-label="Phiếu của bạn" className="mt-5">
      <div aria-live="polite">
        {trouble ? <Notice kind="error" title={trouble} /> : null}
        {busy ? <p className="text-mute">{busy}</p> : null}
      </div>
      <Stage
        ballot={ballot}
        voter={voter}
        mine={mine}
        busy={busy !== ''}
        onReceive={() => void receive()}
        onCast={(choices) => void cast(choices)}
      />
      {fingerprint && ballot.state !== 'ANNOUNCED' && ballot.state !== 'SEALED' ? (
        <p className="text-mute mt-3 text-xs">
          Mã khóa phiếu <b className="text-ink">{fingerprint}</b> phải giống mã trên màn hình lớn và trên máy
          của người khác.
        </p>
      ) : null}
    </section>
  )
}

function Onlooker() {
  return <p className="text-mute mt-5">Bạn theo dõi lần bỏ phiếu này, không có phiếu.</p>
}

const neverChanges = () => () => undefined
const isInsecure = () => !canVoteHere()
const isSecure = () => false

type StageProps = {
  ballot: Ballot
  voter: VoterPageDto['voter']
  mine: DevicePaper | null | undefined
  busy: boolean
  onReceive: () => void
  onCast: (choices: number[]) => void
}

function Stage({ ballot, voter, mine, busy, onReceive, onCast }: StageProps) {
  const insecure = useSyncExternalStore(neverChanges, isInsecure, isSecure)
  if (insecure)
    return (
      <Notice kind="error" title="Trang này phải được mở qua https để bỏ phiếu kín.">
        Trình duyệt chỉ mở phần mật mã cho địa chỉ bắt đầu bằng https. Hãy báo ban kiểm phiếu.
      </Notice>
    )
  if (mine?.receipt) return <Receipt receipt={mine.receipt} />
  switch (ballot.state) {
    case 'DRAFT':
    case 'RULES_READ':
    case 'COMMITTEE_APPROVED':
      return (
        <Waiting title="Chờ phát phiếu" text="Giữ trang này mở; nút nhận phiếu hiện ra khi bắt đầu phát." />
      )
    case 'ISSUING':
      if (mine?.held)
        return (
          <Waiting
            title="Đã nhận phiếu"
            text={`Phiếu của ${voter?.label ?? 'bạn'} nằm trên máy này. Giữ máy cho đến khi mở bỏ phiếu.`}
          />
        )
      if (voter?.taken) return <Waiting title="Phiếu đã phát cho người khác của đơn vị" text={voter.label} />
      if (voter?.received && mine === null) return <OtherDevice />
      return (
        <>
          <p className="text-lg">
            Bạn nhận phiếu của <b>{voter?.label}</b>.
          </p>
          <button type="button" className={BIG} aria-disabled={busy} onClick={onReceive}>
            Nhận phiếu
          </button>
        </>
      )
    case 'ISSUE_CLOSED':
      if (mine?.held) return <Waiting title="Đã nhận phiếu" text="Chờ mở bỏ phiếu." />
      return voter?.received ? (
        <OtherDevice />
      ) : (
        <Waiting title="Chưa nhận phiếu" text="Đã kết thúc phát phiếu." />
      )
    case 'CASTING':
      if (mine?.held)
        return <Choices ballot={ballot} sent={mine.sent !== undefined} busy={busy} onCast={onCast} />
      return voter?.received ? (
        <OtherDevice />
      ) : (
        <Waiting title="Chưa nhận phiếu" text="Bạn không có phiếu trong lần này." />
      )
    case 'COUNTING':
    case 'COUNTED':
    case 'ANNOUNCED':
    case 'SEALED':
      return mine?.held ? (
        <>
          <Waiting title="Phiếu chưa được bỏ" text="Đã kết thúc bỏ phiếu. Phiếu này tính là không thu về." />
          {mine.sent ? (
            <button type="button" className={BIG} aria-disabled={busy} onClick={() => onCast([])}>
              Hỏi lại biên nhận
            </button>
          ) : null}
        </>
      ) : null
    case 'VOID':
      return null
  }
}

function Waiting({ title, text }: { title: string; text: string }) {
  return (
    <div className="border-line border-y py-5">
      <p className="text-lg font-semibold">{title}</p>
      <p className="mt-1">{text}</p>
    </div>
  )
}

function OtherDevice() {
  return (
    <Notice kind="warning" title="Phiếu của bạn đã nhận trên một máy khác">
      Hãy bỏ phiếu trên máy đã nhận. Nếu máy đó mất hoặc hỏng, hãy báo ban kiểm phiếu ngay.
    </Notice>
  )
}

function Choices({
  ballot,
  sent,
  busy,
  onCast,
}: {
  ballot: Ballot
  sent: boolean
  busy: boolean
  onCast: (choices: number[]) => void
}) {
  const [chosen, setChosen] = useState<number[]>([])
  const [sure, setSure] = useState(false)
  if (sent)
    return (
      <>
        <p className="text-lg">Phiếu đã gửi nhưng chưa có biên nhận. Gửi lại vẫn là một phiếu.</p>
        <button type="button" className={BIG} aria-disabled={busy} onClick={() => onCast([])}>
          Gửi lại phiếu
        </button>
      </>
    )
  const full = chosen.length >= ballot.choose
  const toggle = (index: number) =>
    setChosen((now) => (now.includes(index) ? now.filter((one) => one !== index) : [...now, index]))
  if (sure)
    return (
      <>
        <p className="text-lg font-semibold">
          {chosen.length === 0 ? 'Bỏ phiếu trắng?' : `Bỏ phiếu cho ${chosen.length} lựa chọn này?`}
        </p>
        <ul className="mt-2 text-lg">
          {ballot.candidates
            .filter((_, index) => chosen.includes(index))
            .map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
        </ul>
        <p className="text-mute mt-2">Phiếu đã bỏ không đổi được.</p>
        <button type="button" className={BIG} aria-disabled={busy} onClick={() => onCast(chosen)}>
          Bỏ phiếu
        </button>
        <button
          type="button"
          className={buttonClass('secondary', 'mt-3 min-h-12! w-full')}
          onClick={() => setSure(false)}
        >
          Chọn lại
        </button>
      </>
    )
  return (
    <>
      <fieldset>
        <legend className="text-lg font-semibold">
          Chọn tối đa {ballot.choose}
          <span className="text-mute font-normal">
            {' '}
            · đã chọn {chosen.length}/{ballot.choose}
          </span>
        </legend>
        <div className="border-line mt-2 border-t">
          {ballot.candidates.map(({ id, label }, index) => {
            const on = chosen.includes(index)
            return (
              <label
                key={id}
                className={`border-line flex min-h-14 items-center gap-3.5 border-b px-2 text-lg ${on ? 'bg-wash font-semibold' : ''} ${!on && full ? 'text-mute' : ''}`}
              >
                <input
                  type="checkbox"
                  className="accent-cham size-6 shrink-0"
                  checked={on}
                  disabled={!on && full}
                  onChange={() => toggle(index)}
                />
                {label}
              </label>
            )
          })}
        </div>
      </fieldset>
      <button type="button" className={chosen.length === 0 ? BLANK : BIG} onClick={() => setSure(true)}>
        {chosen.length === 0 ? 'Bỏ phiếu trắng' : 'Xem lại phiếu'}
      </button>
    </>
  )
}

function Receipt({ receipt }: { receipt: string }) {
  return (
    <div className="border-star border-y-3 py-5">
      <p className="text-lg font-semibold">Đã bỏ phiếu</p>
      <p className="mt-1">Biên nhận của bạn:</p>
      <p className="mt-1 text-2xl font-semibold break-all">{receipt}</p>
      <p className="text-mute mt-2">
        Khi công bố, hãy tìm biên nhận này trong danh sách phiếu để biết phiếu của bạn đã được tính. Không cần
        cho ai xem.
      </p>
    </div>
  )
}
